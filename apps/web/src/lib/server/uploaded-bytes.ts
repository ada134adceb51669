/** Bytes uploaded by this page; browsers report no size for sent bodies. */
export const uploadedBytes = { bytes: 0 };
