"""Ground floor: numbers, periods, dates, errors, paths and log; standard library only."""
