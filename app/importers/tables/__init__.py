"""Tables of features, in any format that GDAL reads, mapped to the rows of our own layers."""
