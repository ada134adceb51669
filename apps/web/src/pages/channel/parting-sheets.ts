export { BlockSheet } from '../../features/moderation/block-sheet';
export { ReportSheet } from '../../features/moderation/report-sheet';
