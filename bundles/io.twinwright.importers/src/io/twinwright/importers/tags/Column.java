package io.twinwright.importers.tags;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** What a column of a tag list can say, by its usual headers in English, German and Korean. */
enum Column {
	NAME("name", "tag name", "tags", "variable", "variable name", "signal", "signal name", "symbol", "symbol name", "point", "point name", "item name",
			"tag", "bezeichner", "variablenname", "signalname", "messstelle", "messstellenname", "symbolname", "bezeichnung", "이름", "태그명", "태그 이름", "태그",
			"변수", "변수명", "변수 이름", "신호", "신호명", "포인트명"),
	PATH("path", "group", "folder", "equipment", "asset", "machine", "pfad", "gruppe", "ordner", "anlage", "anlagenteil", "maschine", "경로", "그룹", "설비",
			"설비명", "장비"),
	TYPE("type", "data type", "typ", "datentyp", "데이터 타입", "데이터 형식", "데이터 유형", "자료형", "타입", "유형", "형식"),
	UNIT("unit", "units", "eng unit", "eng units", "engineering unit", "engineering units", "eu", "uom", "unit of measure", "einheit", "masseinheit",
			"maßeinheit", "physikalische einheit", "단위", "공학 단위"),
	LOW("min", "minimum", "low", "lower", "low limit", "lower limit", "range low", "range min", "eu low", "scaled low", "min value", "untergrenze",
			"messbereich anfang", "messbereichsanfang", "von", "minimalwert", "최소", "최소값", "최솟값", "하한"),
	HIGH("max", "maximum", "high", "upper", "high limit", "upper limit", "range high", "range max", "eu high", "scaled high", "max value", "obergrenze",
			"messbereich ende", "messbereichsende", "bis", "maximalwert", "최대", "최대값", "최댓값", "상한"),
	RANGE("range", "measuring range", "span", "bereich", "messbereich", "wertebereich", "범위", "측정 범위", "계측 범위"),
	NODE("node", "node id", "opc node", "opc node id", "opc ua node", "opc ua node id", "opc ua", "knoten", "knoten id", "opc ua knoten", "노드",
			"노드 id", "노드 아이디", "opc ua 노드"),
	ADDRESS("address", "logical address", "plc address", "io address", "register", "adresse", "logische adresse", "sps adresse", "operand", "주소", "논리 주소"),
	DESCRIPTION("description", "comment", "desc", "remark", "remarks", "beschreibung", "kommentar", "bemerkung", "bezeichnung", "text", "설명", "주석",
			"비고", "코멘트"),
	ACCESS("access", "client access", "read write", "rw", "direction", "zugriff", "zugriffsart", "richtung", "액세스", "접근", "접근 권한", "읽기 쓰기"),
	EVERY("scan rate", "sampling rate", "sampling interval", "sampling", "update rate", "cycle", "interval", "abtastrate", "abtastintervall", "zyklus",
			"zykluszeit", "주기", "샘플링 주기", "스캔 주기", "수집 주기"),
	SERVER("server", "endpoint", "endpoint url", "url", "server url", "서버"),
	LABEL("label", "display name", "anzeigename", "표시 이름", "표시명"),
	TAG("tag", "tag id", "kks", "p id tag", "태그"),
	SEMANTIC("irdi", "semantic id", "eclass", "semantik"),
	SCALING("scaling");

	private final List<String> headers;

	Column(String... headers) {
		this.headers = Arrays.stream(headers).map(Column::key).toList();
	}

	/** @return a header without what stands in brackets, and only letters and digits of it */
	static String key(String header) {
		return header.replaceAll("[\\[(].*?[\\])]", "").replaceAll("[^\\p{L}\\p{N}]", "").toLowerCase(Locale.ROOT);
	}

	/** @return the place of a header among those of the column: the sooner, the surer; empty if it is none */
	Optional<Integer> place(String header) {
		int place = headers.indexOf(key(header));
		return place < 0 ? Optional.empty() : Optional.of(place);
	}
}
