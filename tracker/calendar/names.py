"""Months, weekdays and days in words; not from the locale, so that all machines read the same."""

from __future__ import annotations

from datetime import date

MONTHS = (
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
)
WEEKDAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")


def month_name(day: date) -> str:
    """As in "November"."""
    return MONTHS[day.month - 1]


def weekday_name(day: date) -> str:
    """As in "Friday"."""
    return WEEKDAYS[day.weekday()]


def short_day(day: date) -> str:
    """As in "20 Nov"."""
    return f"{day.day} {month_name(day)[:3]}"


def long_day(day: date) -> str:
    """As in "Friday 20 November 2026"."""
    return f"{weekday_name(day)} {day.day} {month_name(day)} {day.year}"
