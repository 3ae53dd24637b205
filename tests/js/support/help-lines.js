/** Digits of numbers as a page shows them. */
export const HELP_LINES = ['112', '114', '116111', '116006', '1888', '70201201', '40901111'];
