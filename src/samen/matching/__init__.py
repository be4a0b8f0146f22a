"""Who is waiting, who fits whom and why, answers, start of a duo."""
