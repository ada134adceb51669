export class Rooms {}
