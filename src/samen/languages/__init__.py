"""Languages that an administrator adds in the browser, beside those that ship with Samen."""
