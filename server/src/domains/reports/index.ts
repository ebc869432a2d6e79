// The door of reports: what reads over all domains and writes nothing.
export { type AuditFinding, type AuditReport, auditBooks, type Invariant, readInvariants, type Violation } from './audit-books.ts';
export { type OperatingFigures, readOperatingFigures } from './operating-figures.ts';
export { overviewRoutes } from './overview-routes.ts';
export { reportRoutes } from './routes.ts';
export { searchRoutes } from './search-routes.ts';
