/** Bytes uploaded by this page; browsers report no size for uploadedBytes bodies. */
export const uploadedBytes = { bytes: 0 };
