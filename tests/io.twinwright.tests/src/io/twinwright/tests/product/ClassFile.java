package io.twinwright.tests.product;

import java.io.ByteArrayInputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * What a class has and calls, read from its file as chapter 4 of the Java Virtual Machine Specification lays it out.
 *
 * @param name with slashes, as all names here
 * @param parents the class above and the interfaces
 * @param members names and descriptors of its fields and methods
 * @param calls the fields and methods that it names, of whatever class
 */
record ClassFile(String name, List<String> parents, Set<String> members, Set<Member> calls) {
	/** @param signature name and descriptor of a field or method */
	record Member(String owner, String signature) {
	}

	static ClassFile read(byte[] content) throws IOException {
		DataInputStream in = new DataInputStream(new ByteArrayInputStream(content));
		in.skipNBytes(8);
		Constants constants = Constants.read(in);
		in.skipNBytes(2);
		String name = constants.referred(in.readUnsignedShort());
		List<String> parents = new ArrayList<>();
		int above = in.readUnsignedShort();
		if (above != 0) {
			parents.add(constants.referred(above));
		}
		for (int interfaces = in.readUnsignedShort(); interfaces > 0; interfaces--) {
			parents.add(constants.referred(in.readUnsignedShort()));
		}
		Set<String> members = new HashSet<>();
		readMembers(in, constants, members);
		readMembers(in, constants, members);
		return new ClassFile(name, parents, members, constants.members());
	}

	/** Reads all fields or all methods. */
	private static void readMembers(DataInputStream in, Constants constants, Set<String> members) throws IOException {
		for (int count = in.readUnsignedShort(); count > 0; count--) {
			in.skipNBytes(2);
			members.add(constants.text(in.readUnsignedShort()) + constants.text(in.readUnsignedShort()));
			for (int attributes = in.readUnsignedShort(); attributes > 0; attributes--) {
				in.skipNBytes(2);
				in.skipNBytes(Integer.toUnsignedLong(in.readInt()));
			}
		}
	}

	/**
	 * @param texts the texts, null for other constants
	 * @param first the first index that a constant holds, 0 if it holds none
	 * @param second the second
	 */
	private record Constants(byte[] tags, String[] texts, int[] first, int[] second) {
		private static final int TEXT = 1;
		private static final int LONG = 5;
		private static final int DOUBLE = 6;
		private static final int FIELD = 9;
		private static final int INTERFACE_METHOD = 11;

		static Constants read(DataInputStream in) throws IOException {
			int count = in.readUnsignedShort();
			Constants constants = new Constants(new byte[count], new String[count], new int[count], new int[count]);
			for (int i = 1; i < count; i++) {
				constants.tags[i] = in.readByte();
				constants.readValue(in, i);
				if (constants.tags[i] == LONG || constants.tags[i] == DOUBLE) {
					i++;
				}
			}
			return constants;
		}

		private void readValue(DataInputStream in, int i) throws IOException {
			switch (tags[i]) {
				case TEXT -> texts[i] = in.readUTF();
				case LONG, DOUBLE -> in.skipNBytes(8);
				case 7, 8, 16, 19, 20 -> first[i] = in.readUnsignedShort();
				case 15 -> in.skipNBytes(3);
				case 3, 4, 9, 10, 11, 12, 17, 18 -> {
					first[i] = in.readUnsignedShort();
					second[i] = in.readUnsignedShort();
				}
				default -> throw new IOException("There is no constant of kind " + tags[i] + ".");
			}
		}

		String text(int i) {
			return texts[i];
		}

		/** @return the text to which a constant refers, such as the name of a class */
		String referred(int i) {
			return texts[first[i]];
		}

		Set<Member> members() {
			Set<Member> members = new HashSet<>();
			for (int i = 1; i < tags.length; i++) {
				if (tags[i] >= FIELD && tags[i] <= INTERFACE_METHOD) {
					members.add(new Member(referred(first[i]), texts[first[second[i]]] + texts[second[second[i]]]));
				}
			}
			return members;
		}
	}
}
