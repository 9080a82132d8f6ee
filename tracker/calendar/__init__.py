"""Days, periods and months: the arithmetic of the calendar."""
