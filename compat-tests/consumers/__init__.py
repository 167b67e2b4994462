"""Programs and bindings that were made for the stock library, built and run on what is installed."""
