// The door of backups.
export { checkBackupFile, type FileFacts } from './backup-file.ts';
export { countRows, readHeader, readTables } from './read-backup.ts';
export { type RestoreReport, restoreBackup } from './restore-backup.ts';
export { type BackupReport, writeBackup } from './write-backup.ts';
