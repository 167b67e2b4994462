"""What every test is built from: stock daemons, the choice of library, the C binding, relays, counting. README.md has the map."""
