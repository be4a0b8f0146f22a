"""Names that the source of postal codes does not give: Flemish municipalities, Dutch names, principal places.

Read only when the table of postal codes is built (see build_table).
"""

# Before the mergers of 2025. Codes from this one up to the next belong to this municipality.
_FLEMISH = """
1000 Brussel; 1030 Schaarbeek; 1040 Etterbeek; 1050 Elsene; 1060 Sint-Gillis; 1070 Anderlecht;
1080 Sint-Jans-Molenbeek; 1081 Koekelberg; 1082 Sint-Agatha-Berchem; 1083 Ganshoren; 1090 Jette;
1120 Brussel; 1140 Evere; 1150 Sint-Pieters-Woluwe; 1160 Oudergem; 1170 Watermaal-Bosvoorde; 1180 Ukkel;
1190 Vorst; 1200 Sint-Lambrechts-Woluwe; 1210 Sint-Joost-ten-Node; 1300; 1500 Halle; 1540 Herne; 1547 Bever;
1560 Hoeilaart; 1570 Galmaarden; 1600 Sint-Pieters-Leeuw; 1620 Drogenbos; 1630 Linkebeek;
1640 Sint-Genesius-Rode; 1650 Beersel; 1670 Pepingen; 1700 Dilbeek; 1730 Asse; 1740 Ternat; 1745 Opwijk;
1750 Lennik; 1755 Gooik; 1760 Roosdaal; 1770 Liedekerke; 1780 Wemmel; 1785 Merchtem; 1790 Affligem;
1800 Vilvoorde; 1820 Steenokkerzeel; 1830 Machelen; 1840 Londerzeel; 1850 Grimbergen; 1860 Meise;
1880 Kapelle-op-den-Bos; 1910 Kampenhout; 1930 Zaventem; 1950 Kraainem; 1970 Wezembeek-Oppem; 1980 Zemst;
2000 Antwerpen; 2070 Zwijndrecht; 2100 Antwerpen; 2110 Wijnegem; 2140 Antwerpen; 2150 Borsbeek;
2160 Wommelgem; 2170 Antwerpen; 2200 Herentals; 2220 Heist-op-den-Berg; 2230 Herselt; 2235 Hulshout;
2240 Zandhoven; 2250 Olen; 2260 Westerlo; 2270 Herenthout; 2275 Lille; 2280 Grobbendonk; 2290 Vorselaar;
2300 Turnhout; 2310 Rijkevorsel; 2320 Hoogstraten; 2330 Merksplas; 2340 Beerse; 2350 Vosselaar;
2360 Oud-Turnhout; 2370 Arendonk; 2380 Ravels; 2387 Baarle-Hertog; 2390 Malle; 2400 Mol; 2430 Laakdal;
2440 Geel; 2450 Meerhout; 2460 Kasterlee; 2470 Retie; 2480 Dessel; 2490 Balen; 2500 Lier; 2520 Ranst;
2530 Boechout; 2540 Hove; 2547 Lint; 2550 Kontich; 2560 Nijlen; 2570 Duffel; 2580 Putte; 2590 Berlaar;
2600 Antwerpen; 2620 Hemiksem; 2627 Schelle; 2630 Aartselaar; 2640 Mortsel; 2650 Edegem; 2660 Antwerpen;
2800 Mechelen; 2820 Bonheiden; 2830 Willebroek; 2840 Rumst; 2845 Niel; 2850 Boom; 2860 Sint-Katelijne-Waver;
2870 Puurs-Sint-Amands; 2880 Bornem; 2890 Puurs-Sint-Amands; 2900 Schoten; 2910 Essen; 2920 Kalmthout;
2930 Brasschaat; 2940 Stabroek; 2950 Kapellen; 2960 Brecht; 2970 Schilde; 2980 Zoersel; 2990 Wuustwezel;
3000 Leuven; 3020 Herent; 3040 Huldenberg; 3050 Oud-Heverlee; 3060 Bertem; 3070 Kortenberg; 3080 Tervuren;
3090 Overijse; 3110 Rotselaar; 3120 Tremelo; 3130 Begijnendijk; 3140 Keerbergen; 3150 Haacht;
3190 Boortmeerbeek; 3200 Aarschot; 3210 Lubbeek; 3220 Holsbeek; 3270 Scherpenheuvel-Zichem; 3290 Diest;
3300 Tienen; 3320 Hoegaarden; 3350 Linter; 3360 Bierbeek; 3370 Boutersem; 3380 Glabbeek; 3390 Tielt-Winge;
3400 Landen; 3440 Zoutleeuw; 3450 Geetbets; 3460 Bekkevoort; 3470 Kortenaken; 3500 Hasselt; 3520 Zonhoven;
3530 Houthalen-Helchteren; 3540 Herk-de-Stad; 3545 Halen; 3550 Heusden-Zolder; 3560 Lummen; 3570 Alken;
3580 Beringen; 3590 Diepenbeek; 3600 Genk; 3620 Lanaken; 3630 Maasmechelen; 3640 Kinrooi;
3650 Dilsen-Stokkem; 3660 Oudsbergen; 3665 As; 3670 Oudsbergen; 3680 Maaseik; 3690 Zutendaal; 3700 Tongeren;
3717 Herstappe; 3720 Kortessem; 3730 Hoeselt; 3740 Bilzen; 3770 Riemst; 3790 Voeren; 3800 Sint-Truiden;
3830 Wellen; 3840 Borgloon; 3850 Nieuwerkerken; 3870 Heers; 3890 Gingelom; 3900 Pelt; 3920 Lommel;
3930 Hamont-Achel; 3940 Hechtel-Eksel; 3945 Ham; 3950 Bocholt; 3960 Bree; 3970 Leopoldsburg;
3980 Tessenderlo; 3990 Peer; 4000; 8000 Brugge; 8020 Oostkamp; 8200 Brugge; 8210 Zedelgem;
8300 Knokke-Heist; 8310 Brugge; 8340 Damme; 8370 Blankenberge; 8377 Zuienkerke; 8380 Brugge; 8400 Oostende;
8420 De Haan; 8430 Middelkerke; 8450 Bredene; 8460 Oudenburg; 8470 Gistel; 8480 Ichtegem; 8490 Jabbeke;
8500 Kortrijk; 8520 Kuurne; 8530 Harelbeke; 8540 Deerlijk; 8550 Zwevegem; 8560 Wevelgem; 8570 Anzegem;
8580 Avelgem; 8587 Spiere-Helkijn; 8600 Diksmuide; 8610 Kortemark; 8620 Nieuwpoort; 8630 Veurne;
8640 Vleteren; 8647 Lo-Reninge; 8650 Houthulst; 8660 De Panne; 8670 Koksijde; 8680 Koekelare;
8690 Alveringem; 8700 Tielt; 8710 Wielsbeke; 8720 Dentergem; 8730 Beernem; 8740 Pittem; 8750 Wingene;
8755 Ruiselede; 8760 Meulebeke; 8770 Ingelmunster; 8780 Oostrozebeke; 8790 Waregem; 8800 Roeselare;
8810 Lichtervelde; 8820 Torhout; 8830 Hooglede; 8840 Staden; 8850 Ardooie; 8860 Lendelede; 8870 Izegem;
8880 Ledegem; 8890 Moorslede; 8900 Ieper; 8920 Langemark-Poelkapelle; 8930 Menen; 8940 Wervik;
8950 Heuvelland; 8957 Mesen; 8958 Heuvelland; 8970 Poperinge; 8980 Zonnebeke; 9000 Gent; 9060 Zelzate;
9070 Destelbergen; 9080 Lochristi; 9090 Melle; 9100 Sint-Niklaas; 9120 Beveren; 9140 Temse; 9150 Kruibeke;
9160 Lokeren; 9170 Sint-Gillis-Waas; 9180 Moerbeke; 9185 Wachtebeke; 9190 Stekene; 9200 Dendermonde;
9220 Hamme; 9230 Wetteren; 9240 Zele; 9250 Waasmunster; 9255 Buggenhout; 9260 Wichelen; 9270 Laarne;
9280 Lebbeke; 9290 Berlare; 9300 Aalst; 9340 Lede; 9400 Ninove; 9420 Erpe-Mere; 9450 Haaltert;
9470 Denderleeuw; 9500 Geraardsbergen; 9520 Sint-Lievens-Houtem; 9550 Herzele; 9570 Lierde; 9600 Ronse;
9620 Zottegem; 9630 Zwalm; 9660 Brakel; 9667 Horebeke; 9680 Maarkedal; 9690 Kluisbergen; 9700 Oudenaarde;
9750 Kruisem; 9790 Wortegem-Petegem; 9800 Deinze; 9810 Nazareth; 9820 Merelbeke; 9830 Sint-Martens-Latem;
9840 De Pinte; 9850 Deinze; 9860 Oosterzele; 9870 Zulte; 9880 Aalter; 9890 Gavere; 9900 Eeklo; 9910 Aalter;
9920 Lievegem; 9940 Evergem; 9950 Lievegem; 9960 Assenede; 9970 Kaprijke; 9980 Sint-Laureins; 9990 Maldegem
"""

# Dutch names where the source writes French ones; the French name is kept beside it.
DUTCH = {
    "Amougies": "Amengijs",
    "Arlon": "Aarlen",
    "Ath": "Aat",
    "Auderghem": "Oudergem",
    "Berchem-Sainte-Agathe": "Sint-Agatha-Berchem",
    "Biévène": "Bever",
    "Braine-Le-Château": "Kasteelbrakel",
    "Braine-L'Alleud": "Eigenbrakel",
    "Bruxelles": "Brussel",
    "Comines-Warneton": "Komen-Waasten",
    "Comines": "Komen",
    "Enghien": "Edingen",
    "Espierres": "Spiere",
    "Espierres-Helchin": "Spiere-Helkijn",
    "Flobecq": "Vloesberg",
    "Forest": "Vorst",
    "Fouron-Le-Comte": "'s-Gravenvoeren",
    "Fouron-Saint-Martin": "Sint-Martens-Voeren",
    "Fouron-Saint-Pierre": "Sint-Pieters-Voeren",
    "Fourons": "Voeren",
    "Hannut": "Hannuit",
    "Helchin": "Helkijn",
    "Huy": "Hoei",
    "Ixelles": "Elsene",
    "Jodoigne": "Geldenaken",
    "Laeken": "Laken",
    "La Hulpe": "Terhulpen",
    "Lessines": "Lessen",
    "Liège": "Luik",
    "Messines": "Mesen",
    "Molenbeek-Saint-Jean": "Sint-Jans-Molenbeek",
    "Mons": "Bergen",
    "Mouland": "Moelingen",
    "Mouscron": "Moeskroen",
    "Namur": "Namen",
    "Nivelles": "Nijvel",
    "Renaix": "Ronse",
    "Rhode-Saint-Genèse": "Sint-Genesius-Rode",
    "Saint-Gilles": "Sint-Gillis",
    "Saint-Josse-Ten-Noode": "Sint-Joost-ten-Node",
    "Schaerbeek": "Schaarbeek",
    "Soignies": "Zinnik",
    "Tournai": "Doornik",
    "Tubize": "Tubeke",
    "Uccle": "Ukkel",
    "Waremme": "Borgworm",
    "Warneton": "Waasten",
    "Watermael-Boitsfort": "Watermaal-Bosvoorde",
    "Wavre": "Waver",
    "Woluwe-Saint-Lambert": "Sint-Lambrechts-Woluwe",
    "Woluwe-Saint-Pierre": "Sint-Pieters-Woluwe",
}
# French names that mean another place outside the codes given here.
DUTCH_ONLY_IN = {"Forest": "1190", "Saint-Gilles": "1060"}

# Places that give their name to several villages with one code, where that is not a Flemish municipality.
_PRINCIPAL = """
Itegem; Veerle; Sint-Amands; Leest; Neerpelt; Assebroek; Sint-Andries; Zeebrugge; Heist-Aan-Zee; Westende;
Heule; Marke; Boezinge; Zingem; Nevele; Knesselare; Kieldrecht; Gentbrugge; Sint-Denijs-Westrem;
Erembodegem; Kuringen; Kermt; Everberg; Wavre; Incourt; Beauvechain; Chaumont-Gistoux;
Ottignies-Louvain-La-Neuve; Orp-Jauche; Hélécine; Perwez; Ramillies; Jodoigne; Lasne; Grez-Doiceau;
Nivelles; Rebecq; Mont-Saint-Guibert; Braine-Le-Château; Chastre; Walhain; Ittre; Genappe; Tubize;
Villers-La-Ville; Liège; Seraing; Neupré; Esneux; Sprimont; Hamoir; Ferrières; Burdinne; Héron; Wasseiges;
Geer; Berloz; Braives; Hannut; Lincent; Waremme; Faimes; Awans; Fexhe-Le-Haut-Clocher; Remicourt; Donceel;
Oreye; Crisnée; Flémalle; Saint-Nicolas; Juprelle; Grâce-Hollogne; Engis; Huy; Wanze; Villers-Le-Bouillet;
Verlaine; Amay; Nandrin; Tinlot; Clavier; Marchin; Modave; Ouffet; Visé; Dalhem; Beyne-Heusay; Soumagne;
Herve; Blégny; Oupeye; Bassenge; Raeren; Butgenbach; Bullange; Amblève; Saint-Vith; Burg-Reuland; Verviers;
Baelen; Jalhay; Plombières; Pepinster; Trooz; Thimister-Clermont; Theux; Aywaille; Waimes; Malmedy;
Stavelot; Trois-Ponts; Stoumont; Lierneux; Namur; Gembloux; Sambreville; Fosses-La-Ville; La Bruyère;
Sombreffe; Floreffe; Profondeville; Jemeppe-Sur-Sambre; Andenne; Eghezée; Assesse; Gesves; Ohey; Hamois;
Havelange; Somme-Leuze; Fernelmont; Dinant; Onhaye; Yvoir; Anhée; Hastière; Vresse-Sur-Semois; Bièvre;
Houyet; Beauraing; Gedinne; Rochefort; Ciney; Philippeville; Florennes; Cerfontaine; Mettet; Walcourt;
Couvin; Viroinval; Doische; Ham-Sur-Heure; Châtelet; Les Bons Villers; Fleurus; Pont-À-Celles; Farciennes;
Aiseau-Presles; Gerpinnes; Froidchapelle; Chimay; Sivry-Rance; Beaumont; Thuin; Lobbes; Erquelinnes;
Merbes-Le-Château; Bastogne; Fauvillers; Vaux-Sur-Sûre; Houffalize; Gouvy; Sainte-Ode; Vielsalm; Arlon;
Attert; Habay; Tintigny; Etalle; Saint-Léger; Musson; Virton; Rouvroy; Meix-Devant-Virton; Messancy;
Libramont-Chevigny; Chiny; Florenville; Bouillon; Neufchâteau; Paliseul; Léglise; Saint-Hubert; Bertrix;
Herbeumont; Libin; Marche-En-Famenne; Wellin; Tellin; Daverdisse; Durbuy; Nassogne; Manhay;
La Roche-En-Ardenne; Rendeux; Hotton; Erezée; Jemappes; Nimy; Hyon; Obourg; Quévy; Jurbise; Soignies;
Le Roeulx; Frameries; Braine-Le-Comte; La Louvière; Estinnes; Binche; Morlanwelz; Chapelle-Lez-Herlaimont;
Manage; Ecaussinnes; Colfontaine; Hensies; Dour; Quiévrain; Honnelles; Quaregnon; Tournai; Brunehaut;
Antoing; Mouscron; Estaimpuis; Pecq; Mont-De-L'Enclus; Celles; Comines-Warneton; Warneton; Ath; Silly;
Enghien; Lens; Ellezelles; Leuze-En-Hainaut; Frasnes-Lez-Anvaing; Brugelette; Chièvres
"""

FROM_CODE: tuple[tuple[str, str], ...] = tuple(
    (entry.split()[0], " ".join(entry.split()[1:])) for entry in _FLEMISH.split(";")
)
PRINCIPAL = frozenset(" ".join(name.split()) for name in _PRINCIPAL.split(";"))


def flemish_municipality(code: str) -> str:
    """The municipality of a postal code of Flanders or Brussels before 2025; "" in Wallonia."""
    return max(start_and_name for start_and_name in FROM_CODE if start_and_name[0] <= code)[1]
