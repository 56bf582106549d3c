"""Reading numbers: what a sentence states, computes, and says of the rows of the form."""
