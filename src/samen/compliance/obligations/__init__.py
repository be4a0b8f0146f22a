"""The obligations of the programme, one a file: plain facts in, findings out."""
