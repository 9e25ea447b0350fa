internal import SensorCodec

/// What makers put beside the standard services.
extension BluetoothUUID {
    static let fff0 = BluetoothUUID(0xFFF0)
    static let fff1 = BluetoothUUID(0xFFF1)
    static let fff2 = BluetoothUUID(0xFFF2)
    static let fff3 = BluetoothUUID(0xFFF3)
    static let fff4 = BluetoothUUID(0xFFF4)
    static let ffb0 = BluetoothUUID(0xFFB0)
    static let fe00 = BluetoothUUID(0xFE00)
    static let fe01 = BluetoothUUID(0xFE01)
    static let fe02 = BluetoothUUID(0xFE02)
    /// A serial port that many modules offer: told apart by its notifying characteristic too.
    static let domyosSerial = BluetoothUUID(high: 0x4953_5343_FE7D_4AE5, low: 0x8FA9_9FAF_D205_E455)
    static let domyosNotify = BluetoothUUID(high: 0x4953_5343_1E4D_4BD9, low: 0xBA61_23C6_4724_9616)
    static let iFit = BluetoothUUID(high: 0x0000_1533_1412_EFDE, low: 0x1523_785F_EABC_D123)
    /// In the Fitness Machine Service of some YPOO and Yesoul treadmills.
    static let ypooVendor = BluetoothUUID(high: 0xD18D_2C10_C44C_11E8, low: 0xA355_5292_69FB_1459)
    /// KingSmith's own service, through which the Z1 is unlocked.
    static let kingSmithSupplement = BluetoothUUID(high: 0x24E2_521C_F63B_48ED, low: 0x85BE_C533_0A00_FDF7)
    /// The characteristic that unlocks a Merach.
    static let merachUnlock = BluetoothUUID(high: 0x5955_4C55_0000_6666, low: 0x8888_4D45_5241_4348)
}
