"""The pages: each file makes one page's values from the values of `app`, and answers its requests."""
