// Test 8: every day of 2026 as the notice says; a year without calendar is Monday to Friday and warned of by 1 December.
import { Application } from '../support/application.mjs';
import { FaultDatabase } from '../support/fault-database.mjs';
import { insertOwingDepartment } from '../support/owed-digests.mjs';

const built = (file) => import(new URL(`../../dist/src/${file}`, import.meta.url).href);
const OFF = ['01-01/03', '02-15/23', '04-04/06', '05-01/05', '06-19/21', '09-25/27', '10-01/07'];
const WORKED = ['01-04', '02-14', '02-28', '05-09', '09-20', '10-10'];

const isOff = (monthDay) =>
  OFF.some(
    (range) =>
      monthDay.startsWith(range.slice(0, 3)) &&
      monthDay.slice(3) >= range.slice(3, 5) &&
      monthDay.slice(3) <= range.slice(6),
  );

export async function officialCalendar() {
  const { CalendarService } = await built('calendar/calendar.service.js');
  const { addDays, isWorkingDay } = await built('domain/calendar/working-days.js');
  const database = await (await FaultDatabase.start()).migrate();
  const application = await Application.start(database.url);
  try {
    const calendars = application.app.get(CalendarService);
    const calendar = await calendars.calendar(2026);
    let wrong = 0;
    for (let day = '2026-01-01'; day <= '2026-12-31'; day = addDays(day, 1)) {
      const weekend = [0, 6].includes(new Date(`${day}T00:00:00Z`).getUTCDay());
      const monthDay = day.slice(5);
      const expected = WORKED.includes(monthDay) || (!weekend && !isOff(monthDay));
      if (isWorkingDay(day, calendar) !== expected) wrong += 1;
    }
    const department = await insertOwingDepartment(database, 1);
    await database.rows(
      "INSERT INTO contact (id, department_id, name, email, duty) VALUES (gen_random_uuid(), $1, '绩效办', 'office@example.org', 'office')",
      [department],
    );
    const warned = async (day) => {
      await application.at(`${day}T10:00`).jobs.runDue();
      return database.value("SELECT count(*)::int FROM notification WHERE rule = 'calendar-missing'");
    };
    const [before, after] = [await warned('2026-11-30'), await warned('2026-12-01')];
    console.log(
      `days of 2026 that are wrong: ${wrong}; warnings about 2027 by 30 November: ${before}, by 1 December: ${after}`,
    );
    return wrong === 0 && before === 0 && after === 1;
  } finally {
    await application.stop();
    await database.stop();
  }
}
