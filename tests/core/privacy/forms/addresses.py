"""Postal addresses as people write them."""

PERU = "Av. Arequipa 1234, Dpto. 5B, Miraflores, Lima 15046"
LONDON = "17 Quokka Lane, London SW1A 9ZZ"
BERN = "Bäregraben 88a\n3011 Bern"
DELHI = "B-47, Greenfield Enclave, New Delhi 110029"
MOSCOW = "ул. Вымышленная, д. 15, Москва 101000"

ADDRESSES: dict[str, tuple[str, ...]] = {
    PERU: (
        "lives at «Av. Arequipa 1234, Dpto. 5B, Miraflores, Lima 15046» now",
        "lives at «av arequipa 1234 dpto 5b miraflores lima 15046» now",
        "lives at «AV. AREQUIPA 1234» now",
        "lives at «Av. Arequipa 1234» now",
        "lives at «Avenida Arequipa 1234» now".replace("«Avenida ", "Avenida «"),
        "lives at Avenida «Arequipa No. 1234» now",
        "lives at Avenida «Arequipa Nº 1234» now",
        "lives at Avenida «Arequipa # 1234» now",
        "lives at Avenida «Arequipa, 1234» now",
        "lives at «Arequipa 1234» now",
        "lives at «Arequipa-1234» now",
        "lives at «arequipa 1234» now",
        "lives at «1234 Arequipa» Ave now",
        "lives at «1234, Arequipa» Avenue now",
        "lives at Av. «Arequipa\n1234» now",
        "lives at Av. «Arequipa １２３４» now",
        "lives at Av. «Arequi\u00adpa 1234» now",
        "lives at Av. «Aréquipa 1234» now",
        "zip «15046» please",
        "zip LIMA«15046» please",
        "zip L-«15046» please",
        "Corrected: Address: nothing → «Av. Arequipa 1234, Dpto. 5B, Miraflores, Lima 15046»",
        "bill_«Arequipa_1234».pdf".replace("_1234", " 1234"),
        "lives at «Av.Arequipa1234,Dpto.5B,Miraflores,Lima15046» now",
        "lives at «Av. Arequipa 1234 / Dpto. 5B / Miraflores / Lima 15046» now",
    ),
    LONDON: (
        "moved to «17 Quokka Lane, London SW1A 9ZZ» since",
        "moved to «17 Quokka» Lane since",
        "moved to «17 quokka ln» since".replace(" ln»", "» ln"),
        "moved to «17 QUOKKA» LANE since",
        "moved to «17, Quokka» Lane since",
        "moved to «No 17 Quokka» Lane since".replace("«No ", "No «"),
        "moved to «Quokka Lane 17» since",
        "moved to «Quokka Ln. 17» since",
        "moved to «Quokka Lane no 17» since",
        "moved to flat 2, «17 Quokka» Lane since",
        "code «SW1A 9ZZ» since",
        "code «sw1a9zz» since",
        "code «SW1A-9ZZ» since",
        "code «ＳＷ１Ａ ９ＺＺ» since",
        "moved to «17 Quokka Lane\nLondon\nSW1A 9ZZ» since",
        "moved to «17 Quokka Lane; London; SW1A 9ZZ» since",
    ),
    BERN: (
        "wohnt «Bäregraben 88a» heute",
        "wohnt «Baregraben 88a» heute",
        "wohnt «BÄREGRABEN 88A» heute",
        "wohnt «Ba\u0308regraben 88a» heute",
        "wohnt «Bäregraben Nr. 88a» heute",
        "wohnt «88a Bäregraben» heute",
        "wohnt «Bäregraben 88a, 3011 Bern» heute",
        "wohnt «Bäregraben 88a - 3011 Bern» heute",
    ),
    DELHI: (
        "stays at «B-47, Greenfield Enclave, New Delhi 110029» now",
        "stays at «B-47 Greenfield Enclave New Delhi 110029» now",
        "stays at «b 47 greenfield enclave, new delhi - 110029» now",
        "pin «110029» now",
        "pin «110 029» now",
        "pin «110-029» now",
        "pin «११००२९» now",
        "stays at «B-47,\nGreenfield Enclave,\nNew Delhi 110029» now",
        "stays at «B47GREENFIELDENCLAVENEWDELHI110029» now",
        "stays in Delhi-«110029» now",
    ),
    MOSCOW: (
        "живет «ул. Вымышленная, д. 15, Москва 101000» сейчас",
        "живет «УЛ. ВЫМЫШЛЕННАЯ, Д. 15, МОСКВА 101000» сейчас",
        "индекс «101000» сейчас",
        "живет «ул Вымышленная д 15 Москва 101000» сейчас",
    ),
}
"""By the address as it was typed into the case."""
