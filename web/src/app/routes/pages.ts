import { ENTERERS, MANAGERS, READERS } from '@domain/roles.js';
import {
  ApartmentOutlined,
  AuditOutlined,
  BellOutlined,
  CalculatorOutlined,
  CalendarOutlined,
  CheckSquareOutlined,
  CloudServerOutlined,
  CompassOutlined,
  DashboardOutlined,
  FieldTimeOutlined,
  FileDoneOutlined,
  FileTextOutlined,
  FormOutlined,
  ImportOutlined,
  InboxOutlined,
  PaperClipOutlined,
  PartitionOutlined,
  TeamOutlined,
} from '@ant-design/icons';
import type { ComponentType } from 'react';
import { matchPath } from 'react-router';
import type { Role } from '../../api/session.js';
import { lazily } from '../../components/parts/lazily.js';

/** Headings of the navigation, in this order. */
export const GROUPS = ['work', 'results', 'administration'] as const;

interface Page {
  readonly path: string;
  readonly roles: readonly Role[];
  readonly component: ReturnType<typeof page>;
}

/** A page with a place in the navigation; its name there is the text `nav.NAME`. */
interface NavigationPage extends Page {
  readonly name: string;
  readonly group: (typeof GROUPS)[number];
  readonly icon: ComponentType;
}

/** A page is fetched when somebody goes there, or is about to. */
function page<N extends string>(load: () => Promise<Record<N, ComponentType>>, name: N) {
  return lazily(async () => (await load())[name]);
}

/** The first one of a role is where it starts. */
const PAGES = [
  {
    path: '/',
    name: 'today',
    group: 'work',
    icon: InboxOutlined,
    roles: READERS,
    component: page(() => import('../../features/today/today-page.js'), 'TodayPage'),
  },
  {
    path: '/entry',
    name: 'entry',
    group: 'work',
    icon: FormOutlined,
    roles: ENTERERS,
    component: page(() => import('../../features/entry/entry-page.js'), 'EntryPage'),
  },
  {
    path: '/review',
    name: 'review',
    group: 'work',
    icon: CheckSquareOutlined,
    roles: MANAGERS,
    component: page(() => import('../../features/review/review-page.js'), 'ReviewPage'),
  },
  {
    path: '/imports',
    name: 'imports',
    group: 'work',
    icon: ImportOutlined,
    roles: MANAGERS,
    component: page(() => import('../../features/imports/imports-page.js'), 'ImportsPage'),
  },
  {
    path: '/indicators/owners',
    name: 'owners',
    group: 'work',
    icon: PartitionOutlined,
    roles: MANAGERS,
    component: page(() => import('../../features/owners/owners-page.js'), 'OwnersPage'),
  },
  {
    path: '/months',
    name: 'months',
    group: 'work',
    icon: FieldTimeOutlined,
    roles: MANAGERS,
    component: page(() => import('../../features/months/months-page.js'), 'MonthsPage'),
  },
  {
    path: '/evidence',
    name: 'checklist',
    group: 'work',
    icon: PaperClipOutlined,
    roles: READERS,
    component: page(() => import('../../features/checklist/checklist-page.js'), 'ChecklistPage'),
  },
  {
    path: '/reminders',
    name: 'reminders',
    group: 'work',
    icon: BellOutlined,
    roles: ['performance-office'],
    component: page(() => import('../../features/reminders/reminders-page.js'), 'RemindersPage'),
  },
  {
    path: '/organisation',
    name: 'organisation',
    group: 'work',
    icon: ApartmentOutlined,
    roles: MANAGERS,
    component: page(() => import('../../features/organisation/organisation-page.js'), 'OrganisationPage'),
  },
  {
    path: '/dashboard',
    name: 'dashboard',
    group: 'results',
    icon: DashboardOutlined,
    roles: READERS,
    component: page(() => import('../../features/dashboard/dashboard-page.js'), 'DashboardPage'),
  },
  {
    path: '/sheets',
    name: 'sheets',
    group: 'results',
    icon: FileTextOutlined,
    roles: READERS,
    component: page(() => import('../../features/sheets/sheets-page.js'), 'SheetsPage'),
  },
  {
    path: '/reports',
    name: 'reports',
    group: 'results',
    icon: FileDoneOutlined,
    roles: READERS,
    component: page(() => import('../../features/reports/reports-page.js'), 'ReportsPage'),
  },
  {
    path: '/policies',
    name: 'policies',
    group: 'results',
    icon: CalculatorOutlined,
    roles: READERS,
    component: page(() => import('../../features/policies/policies-page.js'), 'PoliciesPage'),
  },
  {
    path: '/calendar',
    name: 'calendar',
    group: 'administration',
    icon: CalendarOutlined,
    roles: READERS,
    component: page(() => import('../../features/calendar/calendar-page.js'), 'CalendarPage'),
  },
  {
    path: '/guide',
    name: 'guide',
    group: 'administration',
    icon: CompassOutlined,
    roles: ['performance-office'],
    component: page(() => import('../../features/guide/guide-page.js'), 'GuidePage'),
  },
  {
    path: '/users',
    name: 'users',
    group: 'administration',
    icon: TeamOutlined,
    roles: ['security-administrator'],
    component: page(() => import('../../features/users/users-page.js'), 'UsersPage'),
  },
  {
    path: '/audit',
    name: 'audit',
    group: 'administration',
    icon: AuditOutlined,
    roles: ['auditor'],
    component: page(() => import('../../features/audit/audit-page.js'), 'AuditPage'),
  },
  {
    path: '/system',
    name: 'system',
    group: 'administration',
    icon: CloudServerOutlined,
    roles: ['system-administrator'],
    component: page(() => import('../../features/system/system-page.js'), 'SystemPage'),
  },
] as const satisfies readonly NavigationPage[];

/** Pages about one thing, reached from others. */
const DETAILS: readonly Page[] = [
  {
    path: '/imports/:id',
    roles: MANAGERS,
    component: page(() => import('../../features/imports/draft/draft-page.js'), 'DraftPage'),
  },
  {
    path: '/sheets/:id',
    roles: READERS,
    component: page(() => import('../../features/sheets/sheet-page.js'), 'SheetPage'),
  },
  {
    path: '/indicators/:id',
    roles: READERS,
    component: page(() => import('../../features/indicators/indicator-page.js'), 'IndicatorPage'),
  },
];

const isFor =
  (role: Role) =>
  ({ roles }: Page): boolean =>
    roles.includes(role);

export const pagesFor = (role: Role) => PAGES.filter(isFor(role));
export const detailsFor = (role: Role) => DETAILS.filter(isFor(role));
/** Addresses that lead somewhere, though not for this role; where everybody starts is left to each role. */
export const closedTo = (role: Role): Page[] =>
  [...PAGES, ...DETAILS].filter((page) => !isFor(role)(page) && page.path !== '/');

/** Begins to load the page that the address names, before it is known who asks for it. */
export function preloadPage(address: string): void {
  [...PAGES, ...DETAILS].find(({ path }) => matchPath(path, address))?.component.preload();
}
