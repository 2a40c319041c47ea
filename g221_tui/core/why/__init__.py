"""Why an answer is what it is: trees of rules, dates, records and facts."""
