"""Time relations: where the time that is told of moves, and by how much."""
