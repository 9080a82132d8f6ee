"""What a terminal sends, from bytes to Textual's messages; nothing here reads or writes one."""
