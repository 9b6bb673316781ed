package io.twinwright.importers.tags;

import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** What a column of a tag list can say, by its usual headers in English, German and Korean. */
enum Column {
	NAME("name", "tagname", "tags", "variable", "variablename", "signal", "signalname", "symbol", "symbolname", "point", "pointname", "itemname",
			"tag", "bezeichner", "variablenname", "signalname", "messstelle", "messstellenname", "symbolname", "bezeichnung", "이름", "태그명", "태그이름", "태그",
			"변수", "변수명", "변수이름", "신호", "신호명", "포인트명"),
	PATH("path", "group", "folder", "equipment", "asset", "machine", "pfad", "gruppe", "ordner", "anlage", "anlagenteil", "maschine", "경로", "그룹", "설비",
			"설비명", "장비"),
	TYPE("type", "datatype", "typ", "datentyp", "데이터타입", "데이터형식", "데이터유형", "자료형", "타입", "유형", "형식"),
	UNIT("unit", "units", "engunit", "engunits", "engineeringunit", "engineeringunits", "eu", "uom", "unitofmeasure", "einheit", "masseinheit",
			"maßeinheit", "physikalischeeinheit", "단위", "공학단위"),
	LOW("min", "minimum", "low", "lower", "lowlimit", "lowerlimit", "rangelow", "rangemin", "eulow", "scaledlow", "minvalue", "untergrenze",
			"messbereichanfang", "messbereichsanfang", "von", "minimalwert", "최소", "최소값", "최솟값", "하한"),
	HIGH("max", "maximum", "high", "upper", "highlimit", "upperlimit", "rangehigh", "rangemax", "euhigh", "scaledhigh", "maxvalue", "obergrenze",
			"messbereichende", "messbereichsende", "bis", "maximalwert", "최대", "최대값", "최댓값", "상한"),
	RANGE("range", "measuringrange", "span", "bereich", "messbereich", "wertebereich", "범위", "측정범위", "계측범위"),
	NODE("node", "nodeid", "opcnode", "opcnodeid", "opcuanode", "opcuanodeid", "opcua", "knoten", "knotenid", "opcuaknoten", "노드",
			"노드id", "노드아이디", "opcua노드"),
	ADDRESS("address", "logicaladdress", "plcaddress", "ioaddress", "register", "adresse", "logischeadresse", "spsadresse", "operand", "주소", "논리주소"),
	DESCRIPTION("description", "comment", "desc", "remark", "remarks", "beschreibung", "kommentar", "bemerkung", "bezeichnung", "text", "설명", "주석",
			"비고", "코멘트"),
	ACCESS("access", "clientaccess", "readwrite", "rw", "direction", "zugriff", "zugriffsart", "richtung", "액세스", "접근", "접근권한", "읽기쓰기"),
	EVERY("scanrate", "samplingrate", "samplinginterval", "sampling", "updaterate", "cycle", "interval", "abtastrate", "abtastintervall", "zyklus",
			"zykluszeit", "주기", "샘플링주기", "스캔주기", "수집주기"),
	SERVER("server", "endpoint", "endpointurl", "url", "serverurl", "서버"),
	LABEL("label", "displayname", "anzeigename", "표시이름", "표시명"),
	TAG("tag", "tagid", "kks", "pidtag", "태그"),
	SEMANTIC("irdi", "semanticid", "eclass", "semantik"),
	SCALING("scaling");

	/** As {@link #key} gives them. */
	private final List<String> headers;

	Column(String... headers) {
		this.headers = List.of(headers);
	}

	/** @return a header without what stands in brackets, and only letters and digits of it */
	static String key(String header) {
		return header.replaceAll("[\\[(].*?[\\])]", "").replaceAll("[^\\p{L}\\p{N}]", "").toLowerCase(Locale.ROOT);
	}

	/** No header is longer. */
	private static final int LONGEST = 100;

	/** @return the place of a header among those of the column: the sooner, the surer; empty if it is none */
	Optional<Integer> place(String header) {
		int place = header.length() > LONGEST ? -1 : headers.indexOf(key(header));
		return place < 0 ? Optional.empty() : Optional.of(place);
	}
}
