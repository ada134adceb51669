export class Group {}
