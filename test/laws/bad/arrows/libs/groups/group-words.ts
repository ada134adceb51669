export const words = ['group'];
