"""The look-up, reached by a deliberate key alone."""
