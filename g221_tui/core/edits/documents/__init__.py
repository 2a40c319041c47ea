"""Changes of the documents of a case: papers to send, tasks to do."""
