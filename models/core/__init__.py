"""What cannot be switched off: runs, money, response, progress, milestones, targets."""
