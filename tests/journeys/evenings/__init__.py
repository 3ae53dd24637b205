"""What happens on the evenings that are photographed. ``photograph(window, title)`` takes a picture."""
