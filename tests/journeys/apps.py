"""What the browsers inside apps call themselves."""

INSTAGRAM = (
    "Mozilla/5.0 (iPhone; CPU iPhone OS 17_5_1 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Mobile/21F90 "
    "Instagram 338.0.2.22.101 (iPhone14,5; iOS 17_5_1; da_DK; da; scale=3.00; 1170x2532; 614064327; IABMV/1)"
)
FACEBOOK = (
    "Mozilla/5.0 (Linux; Android 14; Pixel 8 Build/AP2A.240605.024; wv) AppleWebKit/537.36 (KHTML, like Gecko) "
    "Version/4.0 Chrome/126.0.6478.122 Mobile Safari/537.36 [FB_IAB/FB4A;FBAV/468.1.0.56.78;]"
)
