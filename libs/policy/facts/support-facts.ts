export interface EmergencyLineFacts {
  id: string;
}
