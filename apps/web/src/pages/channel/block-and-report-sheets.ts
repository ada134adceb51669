export { BlockSheet } from '../../features/moderation/blocks/block-sheet';
export { ReportSheet } from '../../features/moderation/reports/report-sheet';
