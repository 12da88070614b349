"""The street network: frozen arrays, attaching points, patches, searches."""
