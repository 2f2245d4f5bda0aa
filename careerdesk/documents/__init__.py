"""What is made to be read elsewhere: records become a Document, and that a file."""
