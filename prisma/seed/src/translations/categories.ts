/** Names and descriptions of the categories by path, in every language but English. */
export const categoryTexts: Record<string, Record<'de' | 'fr' | 'ar', [name: string, description: string]>> = {
  'home-living': {
    de: ['Wohnen', 'Möbel, Licht und die kleinen Dinge, die ein Haus zu Ihrem machen.'],
    fr: ['Maison', 'Meubles, lumière et petites choses qui font une maison à vous.'],
    ar: ['المنزل', 'أثاث وإضاءة وأشياء صغيرة تجعل البيت بيتك.'],
  },
  'home-living/kitchen': {
    de: ['Küche & Kochen', 'Pfannen, Messer und Gläser für alle, die unter der Woche kochen.'],
    fr: ['Cuisine', 'Poêles, couteaux et bocaux pour ceux qui cuisinent en semaine.'],
    ar: ['المطبخ والطهي', 'مقالٍ وسكاكين وبرطمانات لمن يطبخ كل يوم.'],
  },
  'home-living/tableware': {
    de: ['Geschirr', 'Teller, Becher und Gläser mit etwas Gewicht.'],
    fr: ['Vaisselle', 'Assiettes, tasses et verres qui ont du poids.'],
    ar: ['أواني المائدة', 'أطباق وأكواب وكؤوس متينة.'],
  },
  'home-living/candles-fragrance': {
    de: ['Kerzen & Düfte', 'Lange brennende Kerzen und Düfte von echten Orten.'],
    fr: ['Bougies & parfums', 'Bougies à combustion lente et senteurs de lieux réels.'],
    ar: ['الشموع والعطور', 'شموع بطيئة الاحتراق وروائح من أماكن حقيقية.'],
  },
  'home-living/lighting': {
    de: ['Lampen', 'Lampen und Laternen für lange Abende.'],
    fr: ['Luminaires', 'Lampes et lanternes pour les longues soirées.'],
    ar: ['الإضاءة', 'مصابيح وفوانيس للأمسيات الطويلة.'],
  },
  'home-living/furniture': {
    de: ['Möbel', 'Stühle, Sofas und Betten, die jeden Umzug mitmachen.'],
    fr: ['Meubles', 'Chaises, canapés et lits faits pour déménager avec vous.'],
    ar: ['الأثاث', 'كراسٍ وأرائك وأسرّة ترافقك في كل انتقال.'],
  },
  'home-living/decor': {
    de: ['Deko & Uhren', 'Vasen, Drucke, Uhren und Spiegel.'],
    fr: ['Déco & horloges', 'Vases, affiches, horloges et miroirs.'],
    ar: ['الديكور والساعات', 'مزهريات ولوحات وساعات ومرايا.'],
  },
  fashion: {
    de: ['Mode', 'Kleidung, Schuhe und Taschen für mehr als eine Saison.'],
    fr: ['Mode', 'Vêtements, chaussures et sacs faits pour durer plus d’une saison.'],
    ar: ['الأزياء', 'ملابس وأحذية وحقائب تدوم أكثر من موسم.'],
  },
  'fashion/womenswear': {
    de: ['Damenmode', 'Kleider, Oberteile und Strick, mit Taschen.'],
    fr: ['Femme', 'Robes, hauts et mailles, avec des poches.'],
    ar: ['ملابس نسائية', 'فساتين وقمصان وتريكو بجيوب.'],
  },
  'fashion/menswear': {
    de: ['Herrenmode', 'Hemden, Shirts und Schnitte ohne Getue.'],
    fr: ['Homme', 'Chemises, t-shirts et coupes sans chichis.'],
    ar: ['ملابس رجالية', 'قمصان وبدلات دون تكلّف.'],
  },
  'fashion/shoes': {
    de: ['Schuhe', 'Stiefel, Turnschuhe und Sandalen zum Laufen.'],
    fr: ['Chaussures', 'Bottes, baskets et sandales faites pour marcher.'],
    ar: ['الأحذية', 'جزم وأحذية رياضية وصنادل للمشي.'],
  },
  'fashion/bags-luggage': {
    de: ['Taschen & Gepäck', 'Rucksäcke, Handtaschen und Koffer, die man reparieren kann.'],
    fr: ['Sacs & bagages', 'Sacs à dos, sacs à main et valises réparables.'],
    ar: ['الحقائب والأمتعة', 'حقائب ظهر ويد وسفر قابلة للإصلاح.'],
  },
  'fashion/accessories': {
    de: ['Hüte, Schals & Brillen', 'Der letzte Schliff, von der Mütze bis zum Schirm.'],
    fr: ['Chapeaux, écharpes & lunettes', 'La touche finale, de la casquette au parapluie.'],
    ar: ['قبعات وأوشحة ونظارات', 'اللمسة الأخيرة من القبعة إلى المظلة.'],
  },
  'fashion/jewellery-watches': {
    de: ['Schmuck & Uhren', 'Gold und Silber aus zweiter Hand und Uhren zum Aufziehen.'],
    fr: ['Bijoux & montres', 'Or et argent recyclés, et montres à remonter.'],
    ar: ['المجوهرات والساعات', 'ذهب وفضة معاد تدويرهما وساعات تُعبّأ يدويًا.'],
  },
  beauty: {
    de: ['Schönheit & Wohlbefinden', 'Hautpflege, Make-up und Bad mit kurzen Zutatenlisten.'],
    fr: ['Beauté & bien-être', 'Soins, maquillage et bain, avec de courtes listes d’ingrédients.'],
    ar: ['الجمال والعافية', 'عناية وتجميل واستحمام بقوائم مكونات قصيرة.'],
  },
  'beauty/skincare': {
    de: ['Hautpflege', 'Reiniger, Cremes und Öle, die eine Sache gut machen.'],
    fr: ['Soins de la peau', 'Nettoyants, crèmes et huiles qui font bien une seule chose.'],
    ar: ['العناية بالبشرة', 'منظفات وكريمات وزيوت تتقن عملًا واحدًا.'],
  },
  'beauty/make-up': {
    de: ['Make-up & Nägel', 'Farbe, die bleibt, wo Sie sie hintun.'],
    fr: ['Maquillage & ongles', 'Une couleur qui reste où vous la mettez.'],
    ar: ['المكياج والأظافر', 'ألوان تبقى حيث تضعها.'],
  },
  'beauty/bath-body': {
    de: ['Bad & Körper', 'Seife, Badezusätze und alles für ein langes Bad.'],
    fr: ['Bain & corps', 'Savon, sels et tout pour un long bain.'],
    ar: ['الحمّام والجسم', 'صابون وأملاح وكل ما يلزم لحمّام طويل.'],
  },
  'beauty/grooming': {
    de: ['Rasur & Pflege', 'Rasierer, Kämme und Bürsten, die man nicht wegwirft.'],
    fr: ['Rasage & toilette', 'Rasoirs, peignes et brosses qu’on ne jette pas.'],
    ar: ['الحلاقة والعناية', 'شفرات وأمشاط وفراشٍ لا تُرمى.'],
  },
  'food-drink': {
    de: ['Essen & Trinken', 'Tee, Schokolade, Vorrat und Gebäck von kleinen Herstellern.'],
    fr: ['Épicerie & boissons', 'Thé, chocolat, épicerie et boulangerie de petits producteurs.'],
    ar: ['الطعام والشراب', 'شاي وشوكولاتة ومؤن ومخبوزات من صنّاع صغار.'],
  },
  'food-drink/tea-coffee': {
    de: ['Tee & Kaffee', 'Blatt und Bohne, gepflückt, geröstet und datiert.'],
    fr: ['Thé & café', 'Feuilles et grains, cueillis, torréfiés et datés.'],
    ar: ['الشاي والقهوة', 'أوراق وحبوب مقطوفة ومحمّصة ومؤرخة.'],
  },
  'food-drink/chocolate-sweets': {
    de: ['Schokolade & Süßes', 'Schokolade von der Bohne an und echte Bonbons.'],
    fr: ['Chocolat & bonbons', 'Chocolat de la fève à la tablette et vrais bonbons.'],
    ar: ['الشوكولاتة والحلويات', 'شوكولاتة من الحبة إلى اللوح وحلوى أصيلة.'],
  },
  'food-drink/larder': {
    de: ['Vorratskammer', 'Honig, Öl, Salz, Pasta und Dosen, die man gern im Haus hat.'],
    fr: ['Épicerie', 'Miel, huile, sel, pâtes et conserves à garder.'],
    ar: ['المؤن', 'عسل وزيت وملح ومعكرونة ومعلبات تستحق الحفظ.'],
  },
  'food-drink/bakery': {
    de: ['Bäckerei', 'Brot, Gebäck und Kuchen, auf Bestellung gebacken.'],
    fr: ['Boulangerie', 'Pain, viennoiseries et gâteaux cuits à la commande.'],
    ar: ['المخبز', 'خبز ومعجنات وكعك تُخبز عند الطلب.'],
  },
  'food-drink/fruit-juice': {
    de: ['Obst & Saft', 'Obstkisten, Sirup und gepresster Saft.'],
    fr: ['Fruits & jus', 'Cageots du verger, sirops et jus pressés.'],
    ar: ['الفواكه والعصائر', 'صناديق بساتين وشراب وعصير معصور.'],
  },
  'garden-outdoors': {
    de: ['Garten & Draußen', 'Pflanzen, Werkzeug und Camping für gute und nasse Tage.'],
    fr: ['Jardin & plein air', 'Plantes, outils et camping, par beau temps comme par pluie.'],
    ar: ['الحديقة والهواء الطلق', 'نباتات وأدوات وتخييم لكل الأجواء.'],
  },
  'garden-outdoors/plants-flowers': {
    de: ['Pflanzen & Blumen', 'Zimmerpflanzen, Sträuße und Samen, sorgsam verschickt.'],
    fr: ['Plantes & fleurs', 'Plantes d’intérieur, bouquets et graines, expédiés avec soin.'],
    ar: ['النباتات والزهور', 'نباتات منزلية وباقات وبذور تُرسل بعناية.'],
  },
  'garden-outdoors/tools-diy': {
    de: ['Werkzeug', 'Handwerkzeug mit Garantie, länger als die Arbeit.'],
    fr: ['Outils & bricolage', 'Outils à main garantis plus longtemps que le chantier.'],
    ar: ['الأدوات والإصلاح', 'أدوات يدوية بضمان أطول من العمل نفسه.'],
  },
  'garden-outdoors/camping-hiking': {
    de: ['Camping & Wandern', 'Zelte, Lampen und Karten für eine Nacht draußen.'],
    fr: ['Camping & randonnée', 'Tentes, lampes et cartes pour une nuit dehors.'],
    ar: ['التخييم والمشي', 'خيام ومصابيح وخرائط لليلة في الخارج.'],
  },
  'sport-leisure': {
    de: ['Sport & Freizeit', 'Ausrüstung für Platz, Weg und Becken.'],
    fr: ['Sport & loisirs', 'De quoi jouer, rouler et nager.'],
    ar: ['الرياضة والترفيه', 'عتاد للملعب والطريق والمسبح.'],
  },
  'sport-leisure/ball-racket': {
    de: ['Ball & Schläger', 'Bälle und Schläger für Park und Verein.'],
    fr: ['Balles & raquettes', 'Balles et raquettes pour parcs et clubs.'],
    ar: ['الكرات والمضارب', 'كرات ومضارب للحدائق والأندية.'],
  },
  'sport-leisure/wheels-winter': {
    de: ['Räder & Winter', 'Räder, Bretter, Kufen und Schlitten.'],
    fr: ['Roues & hiver', 'Vélos, planches, patins et luges.'],
    ar: ['العجلات والشتاء', 'دراجات وألواح ومزالج.'],
  },
  'sport-leisure/swim-fitness': {
    de: ['Schwimmen & Fitness', 'Badesachen, Sportgerät und Zeitmesser.'],
    fr: ['Natation & fitness', 'Maillots, matériel de sport et chronomètres.'],
    ar: ['السباحة واللياقة', 'ملابس سباحة وعتاد رياضي ومؤقتات.'],
  },
  'toys-games': {
    de: ['Spielzeug & Spiele', 'Kuscheltiere, Holzspielzeug und Spiele für nasse Sonntage.'],
    fr: ['Jouets & jeux', 'Peluches, jouets en bois et jeux pour dimanches pluvieux.'],
    ar: ['الألعاب', 'دمى وألعاب خشبية وألعاب لأيام المطر.'],
  },
  'toys-games/soft-toys': {
    de: ['Kuscheltiere', 'Bären und andere Tiere zum Liebhaben.'],
    fr: ['Peluches', 'Ours et bêtes à aimer jusqu’à l’usure.'],
    ar: ['الدمى المحشوة', 'دببة وحيوانات تُحَب حتى تبلى.'],
  },
  'toys-games/games-puzzles': {
    de: ['Spiele & Puzzles', 'Brettspiele, Würfel und Puzzles.'],
    fr: ['Jeux & puzzles', 'Jeux de société, dés et puzzles.'],
    ar: ['الألعاب والأحجيات', 'ألعاب لوحية ونرد وأحجيات.'],
  },
  'toys-games/wooden-outdoor': {
    de: ['Holz & Draußen', 'Züge, Drachen und Raketen, die abheben.'],
    fr: ['Bois & plein air', 'Trains, cerfs-volants et fusées qui décollent.'],
    ar: ['ألعاب خشبية وخارجية', 'قطارات وطائرات ورقية وصواريخ تنطلق.'],
  },
  'tech-hobbies': {
    de: ['Technik, Papier & Musik', 'Audio, Schreibtisch, Papier, Handwerk und Instrumente.'],
    fr: ['Tech, papier & musique', 'Audio, bureau, papeterie, loisirs et instruments.'],
    ar: ['التقنية والورق والموسيقى', 'صوتيات ومكتب وقرطاسية وحرف وآلات موسيقية.'],
  },
  'tech-hobbies/audio': {
    de: ['Audio', 'Kopfhörer, Radios und Mikrofone, die man reparieren kann.'],
    fr: ['Audio', 'Casques, radios et micros réparables.'],
    ar: ['الصوتيات', 'سماعات وراديو وميكروفونات قابلة للإصلاح.'],
  },
  'tech-hobbies/desk-tech': {
    de: ['Computer & Schreibtisch', 'Tastaturen, Rechner und Drucker mit klaren Angaben.'],
    fr: ['Informatique & bureau', 'Claviers, ordinateurs et imprimantes aux fiches claires.'],
    ar: ['الحاسوب والمكتب', 'لوحات مفاتيح وحواسيب وطابعات بمواصفات واضحة.'],
  },
  'tech-hobbies/cameras-phones': {
    de: ['Kameras & Telefone', 'Kameras, Telefone und Strom.'],
    fr: ['Photo & téléphones', 'Appareils photo, téléphones et énergie.'],
    ar: ['الكاميرات والهواتف', 'كاميرات وهواتف وطاقة.'],
  },
  'tech-hobbies/stationery': {
    de: ['Papeterie', 'Hefte, Stifte und Papier, auf dem man gern schreibt.'],
    fr: ['Papeterie', 'Carnets, stylos et papier qui donnent envie d’écrire.'],
    ar: ['القرطاسية', 'دفاتر وأقلام وورق يستحق الكتابة.'],
  },
  'tech-hobbies/craft-gift': {
    de: ['Basteln & Verpacken', 'Garn, Farbe, Faden und Band.'],
    fr: ['Loisirs créatifs & cadeaux', 'Laine, peinture, fil et ruban.'],
    ar: ['الحرف وتغليف الهدايا', 'خيوط وألوان وأشرطة.'],
  },
  'tech-hobbies/music': {
    de: ['Musikinstrumente', 'Von Musikern eingestellt, bereit zum Spielen.'],
    fr: ['Instruments de musique', 'Réglés par des musiciens, prêts à jouer.'],
    ar: ['الآلات الموسيقية', 'ضبطها عازفون وهي جاهزة للعزف.'],
  },
};
