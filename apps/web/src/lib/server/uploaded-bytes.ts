/** Bytes uploaded by this page; browsers report no size for sent bodies. */
export const uploadedByteCount = { bytes: 0 };
