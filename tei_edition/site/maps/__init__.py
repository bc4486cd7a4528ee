"""Maps of the places of an edition: drawn here, asking no server, the same in twenty years."""
