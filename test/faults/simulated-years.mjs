// Test 7: ten years of ticks, in zones with and without summer time, by a half hour too: one fire per local date.
const { lastSlot } = await import(new URL('../../dist/src/jobs/job-slot.js', import.meta.url).href);
const { addDays } = await import(new URL('../../dist/src/domain/calendar/working-days.js', import.meta.url).href);

const ZONES = ['Asia/Shanghai', 'Europe/Berlin', 'Australia/Lord_Howe'];
/** Just after midnight; a time that summer time skips or repeats; just before midnight. */
const TIMES = ['00:10', '02:15', '23:59'];
const FIRST = Date.parse('2024-01-01T00:00:00Z');
const LAST = Date.parse('2034-01-01T00:00:00Z');
const STEP_MS = 15 * 60_000;

export async function simulatedYears() {
  let [ticks, fires, deviations] = [0, 0, 0];
  for (const zone of ZONES) {
    for (const time of TIMES) {
      const slots = new Set();
      for (let now = FIRST; now < LAST; now += STEP_MS) {
        slots.add(lastSlot(time, new Date(now), zone));
        ticks += 1;
      }
      fires += slots.size;
      const dates = [...slots].map((slot) => slot.slice(0, 10));
      // In order, without a gap, none twice: each is the day after the one before.
      deviations += dates.filter((date, place) => place > 0 && date !== addDays(dates[place - 1], 1)).length;
      if (!dates.includes('2028-02-29') || !dates.includes('2031-12-31')) deviations += 1;
    }
  }
  const seconds = process.cpuUsage().user / 1e6; // the machine may be busy with other work
  console.log(
    `10 years, ${ZONES.length} zones, ticks: ${ticks}, fires: ${fires}, deviations: ${deviations}, ${seconds} s`,
  );
  return deviations === 0 && seconds < 60;
}
