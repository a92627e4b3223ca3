"""Clinics, and what they hand out: links, codes, texts, posters. Never an answer of a patient."""
