"""Say what a publish changes for listeners: the candidate against what the target serves."""
