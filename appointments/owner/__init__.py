"""The pages of the site's owner: how they log in, and what they see of clinics."""
