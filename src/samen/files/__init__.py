"""What people upload: pictures, always drawn anew."""
