"""Quality as data: validation against the shapes, and statements that contradict each other."""
