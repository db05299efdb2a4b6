// The patterns of CrawlerList.swift, ready to be searched.
// Made by Scripts/vendor-lists; do not edit.

enum CrawlerTables {
    /// The 14015 states of an automaton that finds the plain patterns, and one behind
    /// the last; 9 characters each: see `LiteralAutomaton`.
    static let states: StaticString = #"""
        ~001000oo 00k000oo000l000oo200m000oo300n000oo700o000oo;010000ooA011000ooB01K000ooC01[000oo\#
        D01k000ooE027000ooF02A000ooG02K000ooH02Z000ooI02c000ooJ032000ooK036000ooL03?000ooM03F000oo\#
        N03T000ooO03`000ooP03o000ooQ04=000ooR04?000ooS04H000ooT04_000ooU04j000ooV052000ooW058000oo\#
        X05G000ooY05L000ooZ05S000ooa05Y000oob05d000ooc05l000ood066000ooe06>000oof06K000oog06Q000oo\#
        h06Z000ooi06a000ooj06j000ook06n000ool072000oom07;000oon07B000ooo07H000oop07N000ooq07W000oo\#
        r07X000oos07\000oot07h000oou081000oov086000oow08<000oox08E000ooy08F000ooz08I000ooD08L00:oo\#
        008M002ooi08O00Yoo608P000ooS08Q00IooO08R00Eoo 08S001oo308T004oo608U000ooA08V007ooB08W008oo\#
        D08X00:ooG08Y00=ooH08Z00>ooI08[00?ooL08]00BooP08^00Foob08`00Rooc08a00Sood08e00Toog08l00Woo\#
        k08m00[ool08n00\oom09300]oon09500^oop09900`oor09<00boos09@00coot09B00doou09E00eoow09G00goo\#
        z09H00joo209I003ooD09J00:ooI09M00?ooL09N00BooT09P00JooU09Q00KooW09R00Mooa09S00Qooe09V00Uoo\#
        i09Z00Yool09^00\oon09b00^ooo09c00_oor09g00boou09j00eooy0:100iooC0:2009ooD0:400:ooE0:500;oo\#
        I0:600?ooL0:700BooM0:800CooX0:900Nooa0::00Qooe0:=00Uooh0:?00Xooi0:B00Yool0:E00\ooo0:I00_oo\#
        r0:S00boou0:W00eooy0:Y00iooF0:[00<ooM0:\00CooN0:]00Dooa0:^00Qooe0:c00Uooi0:i00Yool0:m00\oo\#
        m0:n00]oon0:o00^ooo0;100_oor0;500boou0;800eooZ0;:00Pooa0;;00Qooc0;<00Sood0;>00Toom0;?00]oo\#
        p0;A00`oov0;B00foox0;D00hooy0;G00iooz0;H00jooA0;K007ooD0;L00:ooa0;M00Qooe0;O00Uooi0;T00Yoo\#
        l0;V00\ooo0;[00_oor0;\00boou0;^00eooy0;a00ioo20;c003ooG0;d00=ooI0;e00?ooP0;f00FooT0;g00Joo\#
        a0;h00Qooe0;k00Uooh0;n00Xooi0;o00Yool0<100\oon0<300^ooo0<400_oor0<:00boou0<=00eoow0<?00goo\#
        I0<@00?ooT0<A00Jooa0<B00Qooe0<H00Uool0<L00\ooo0<M00_oot0<P00doou0<Q00eooy0<S00iooA0<U007oo\#
        B0<V008ooC0<W009ooD0<Y00:ooF0<Z00<ooN0<[00DooR0<\00HooS0<]00Ioob0<^00Roof0<_00Voom0<`00]oo\#
        n0<b00^ooo0<f00_oor0<g00boos0<h00cooa0<j00Qooe0<k00Uooo0<l00_oou0<n00eoo70=0005ooS0=100Ioo\#
        a0=200Qooe0=500Uool0=800\oon0=900^ooo0=:00_oor0==00boou0=>00eooA0=@007ooM0=A00Cooa0=B00Qoo\#
        e0=D00Uooi0=I00Yooo0=L00_oou0=N00eooA0=O007ooB0=P008ooJ0=R00@ooR0=S00HooT0=T00Jooa0=U00Qoo\#
        c0=`00Sooe0=a00Uoog0=f00Wooi0=g00Yooo0=l00_oou0>300eoox0>500hooy0>600iooA0>7007ooE0>800;oo\#
        I0>900?ooL0>;00BooT0>=00Jooa0>>00Qooe0>A00Uooi0>G00Yoom0>K00]ooo0>L00_oos0>S00coou0>T00eoo\#
        A0>V007ooI0>W00?ooW0>X00Moob0>Y00Rooc0>Z00Sood0>[00Toof0>]00Vooh0>^00Xoom0>_00]oon0>`00^oo\#
        p0>c00`oor0>e00boou0>h00eoov0>i00foow0>j00gooD0>k00:ooR0>l00HooS0>n00IooW0>o00Mooa0?000Qoo\#
        c0?600Sooe0?700Uooh0?:00Xooi0?=00Yool0?@00\ooo0?B00_oor0?G00boou0?J00eooy0?L00ioou0?N00eoo\#
        w0?P00gooE0?Q00;ooS0?R00Iooa0?T00Qooe0?X00Uooi0?a00Yooo0?d00_oos0?e00coou0?f00eooy0?g00ioo\#
        B0?h008ooE0?j00;ooF0?n00<ooM0?o00CooQ0@000GooS0@100IooW0@300Mooa0@400Qooc0@700Sooe0@:00Uoo\#
        h0@D00Xooi0@F00Yook0@L00[ool0@N00\oom0@R00]oon0@S00^ooo0@U00_oop0@\00`oot0@a00doou0@d00eoo\#
        v0@i00foow0@j00gooy0@k00iooL0@m00BooS0@n00IooT0@o00Jooa0A000Qooe0A500Uooh0A:00Xooi0A=00Yoo\#
        o0A@00_oor0AB00boou0AF00eoow0AH00gooA0AK007ooG0AL00=ooR0AM00HooT0AN00Joon0AO00^oop0AP00`oo\#
        r0AR00boos0AS00cooK0AT00Aooa0AU00Qooe0AX00Uooi0A[00Yooo0A]00_oos0A^00coo30A_004ooA0A`007oo\#
        E0Aa00;ooI0Ab00?ooJ0Ac00@ooO0Ad00EooP0Ae00FooR0Ai00HooS0Aj00IooT0Ak00Jooa0Al00Qooe0B000Uoo\#
        h0B400Xooi0B600Yooo0B800_ooM0B:00CooY0B;00Oooe0B<00Uooi0B=00Yooo0B>00_oo!0B?000ooL0B@00Boo\#
        a0BA00Qooe0BD00Uooi0BG00Yooo0BH00_oou0BJ00eooa0BK00Qooe0BN00Uoom0BP00]ooo0BQ00_oou0BT00eoo\#
        y0BV00ioob0BW00Rooc0BX00Sood0BZ00Tooi0B]00Yool0B`00\oon0Bc00^oor0Bd00boos0Bg00coot0Bh00doo\#
        w0Bi00goox0Bj00hooa0Bk00Qooe0Bl00Uooi0Bm00Yool0C100\oon0C500^ooo0C700_oor0C800boou0C;00eoo\#
        X0C<00Nooa0C=00Qooe0C?00Uooh0CA00Xooi0CC00Yool0CD00\ooo0CE00_oor0CK00boos0CN00cooy0CO00ioo\#
        a0CP00Qoob0CR00Rooe0CS00Uooi0CV00Yool0CW00\ooo0CX00_oor0C[00boos0C\00coo.0C]000ooM0C^00Coo\#
        R0C_00Hooa0C`00Qooc0Ca00Sood0Cb00Tool0Cd00\oop0Cg00`oor0Ch00boou0Ci00eoov0Cj00foox0Cm00hoo\#
        z0Cn00jooa0Co00Qooe0D000Uooi0D200Yool0D600\oor0D700boou0D900eoo00D:002oo20D;003ood0D<00Too\#
        e0D=00Uooi0D>00Yoon0D?00^ooo0D@00_oor0DA00boos0DC00cooC0DE009ooa0DF00Qooe0DG00Uoog0DH00Woo\#
        s0DI00coot0DJ00dooy0DK00iooA0DM007ooa0DN00Qooc0DP00Soom0DQ00]oon0DU00^oop0DX00`oos0DZ00coo\#
        t0D[00doou0D\00eooe0D]00Uooo0D^00_oop0D_00`ooy0D`00iooa0Da00Qoob0Dd00Rooe0De00Uooi0Df00Yoo\#
        90Dg000ooa0Di00Qoob0Dk00Rooi0Dl00Yooo0Do00_oos0E100coot0E200doow0E300gooy0E400iooa0E500Qoo\#
        e0E900Uooi0E;00Yool0E>00\ooo0E?00_oos0EA00cooy0EC00ioob0ED00Rooe0EE00Uooi0EH00Yooo0EI00_oo\#
        v0EL00fooy0EM00ioof0EN00Vook0EO00[oom0EP00]oon0EQ00^oop0ER00`oou0ES00eooa0ET00Qooe0EW00Uoo\#
        h0EX00Xooi0EY00Yooo0EZ00_oor0E[00boos0E\00coou0E]00eooy0E_00iooc0E`00Sooa0Ea00Qooe0Ec00Uoo\#
        o0Eg00_oos0Eh00coo40Ei000ooc0Ej00Sooe0Ek00Uooi0F000Yoom0F200]ooo0F300_oop0F400`ooq0F700aoo\#
        t0F800doou0F:00eoov0F;00fooy0F<00ioo30F=004ooa0F>00Qooc0F?00Sooe0F@00Uooh0FA00Xooi0FB00Yoo\#
        o0FC00_oor0FD00boow0FG00gooi0FH00Yoom0FI00]oop0FJ00`oor0FL00boos0FM00cooe0FN00Uooi0FP00Yoo\#
        k0FS00[oom0FT00]ooo0FU00_oou0FV00eooa0FX00Qoob0FY00Rooe0FZ00Uooh0F[00Xook0F\00[oom0F]00]oo\#
        o0F^00_oop0Fc00`oow0Fd00gooo0Fe00_ooa0Ff00Qooe0Fh00Uooo0Fi00_ooe0Fj00Uoog0Fl00Wooz0Fm00joo\#
        V0Fn00Loo70Fo005oo80G0000oop0G106foo00G3002ooi0G404Soow0G503nooP0G600Foo60G700noo-0G8000oo\#
        S0G900IooE0G:00;oom0G;022ooA0G<007ooC0G=009oo20G>003ooS0G?02jooi0G@03Coo30GA004ooI0GB00?oo\#
        o0GC05iooa0GD05mooc0GE00Sooq0GF00aoot0GG00dooa0GH066ood0GI00Tooi0GK069ook0GL00[oom0GM00]oo\#
        s0GN06=oov0GP00fooe0GR06Tooi0GS071ooe0GT00Uoog0GV00Wooi0GW075ool0GX00\oop0GY00`ooa0GZ07;oo\#
        z0G[00jooc0G\00Sood0G]00Tooo0G^07Eooy0G_07Gooe0G`07Oooi0Ga07Qoop0Gb00`ooa0Gf07Xooc0Gh00Soo\#
        q0Gi00aoot0Gj00dooa0Gk00Qoop0Gl07booV0Gm00Looo0Gn07noot0Go00dood0H000Toot0H100dooa0H308<oo\#
        u0H400eooB0H5008ooB0H6008ooC0H7009ooF0H801kooG0H900=ooE0H:00;ooP0H;00FooW0H<00Moob0H=00Roo\#
        /0H>000?nd0H>05[ooi0H?05\ooz0H@00jooe0HA00Uooh0HB00Xoos0HC00coot0HD00doob0HE00Roog0HF00Woo\#
        n0HG06eoot0HI06hooa0HL073ooi0HM075ooo0HN076oou0HP00eooF0HQ00<ooa0HR00Qoom0HS07Joot0HT00doo\#
        x0HV00hooa0HW07Xooi0HY00Yooo0HZ07Zoob0H[00Rooc0H\00Sood0H]00Toof0H^00Voog0H_00Woos0H`085oo\#
        t0Ha00doot0Hb00doo 0Hc001ooB0Hd008ooS0He00IooR0Hf00HooS0Hg02jooA0Hh03?ooS0Hi00IooK0Hj00Aoo\#
        l0Hk05]oop0Hl00`oot0Ho05aoon0I000^oor0I206Fooa0I306[ooe0I606\oor0I700boon0I806eoor0I900boo\#
        t0I:06hooa0I;073ooe0I=00Uooi0I>075ooo0I@076ooc0IA00Sood0IB00Tool0ID00\oom0IE07Joon0IG07Koo\#
        o0II00_oor0IJ00boot0IK00doov0IL00fooz0IM00jooa0IN07Xooi0IP00Yooo0IQ07Zooy0IR00ioos0IS085oo\#
        t0IT00doob0IU00Rooo0IW08Hoo 0IX001ooB0IY03GooS0IZ00Ioor0I[05_oos0I]05`oot0I^05aoou0I_00eoo\#
        z0I`00jooa0Ia06Aooe0Ib00Uoos0Ic00coot0Id00doou0Ie06Goov0If06Hoof0Ig00Voog0Ih00Woon0Ij06eoo\#
        s0Ik06gooc0Im00Soob0In00RooB0Io008ooy0J007Goo 0J1001oom0J207Joot0J500doow0J600gooa0J807Xoo\#
        e0J:07Yoou0J;00eoob0J<00Rooc0J=00SooI0J>00?oos0J?05`ooh0J@05oooo0JA062oog0JB00Wooa0JC07;oo\#
        b0JD00Rooi0JE07Qooe0JF086ooo0JG08:ooo0JH08Eoop0JI00`oot0JK00dooe0JM08GooL0JN00Boog0JO08Joo\#
        o0JP00_ooS0JQ00IooL0JR00Booc0JS05Zoos0JT05`ood0JU06Cooe0JW00Uoom0JX00]oot0JY00doov0JZ06Hoo\#
        n0J[06eoor0J\00booa0J^073ooe0J_00Uooi0J`075oou0Ja00eooy0Jb07:oor0Jc00booe0Jd07Yooi0Jf00Yoo\#
        l0Jg00\oon0Jh00^oos0Ji085oon0Jj00^oor0Jk00boo 0Jl001oo 0Jm001ooF0Jn02gooT0Jo00Joom0K000]oo\#
        b0K105Yooi0K205\oor0K305_ooe0K400Uoom0K500]oon0K600^ooo0K800_oog0K900Woon0K:06eooo0K;076oo\#
        u0K<00eooo0K=07Eoo-0K>000ooP0K?00Fool0K@00\ooo0KA00_oot0KC00doow0KD00gooa0KE07Xooe0KG07Yoo\#
        o0KH07Zooe0KL00Uool0KM00\ooe0KN08>ooF0KO02gooT0KP04aool0KR05]oon0KS05^oop0KT00`oor0KU05_oo\#
        t0KV05aoow0KW05booa0KX06Aool0KY06Doon0KZ00^oot0K[00dooi0K\075oon0K]07Koos0K^00coot0K_00doo\#
        t0K`00doob0Ka00Rooc0Kb00Sood0Kc00Toop0Kd00`ooS0Ke00IooM0Kf00CooB0Kg008ooC0Kh01[ooG0Ki00=oo\#
        T0Kj00JooE0Kk03UooL0Kl00BooS0Km04Mooo0Kn05ioor0Ko06Oooa0L007;oop0L100`ood0L200Toon0L400^oo\#
        s0L600coot0L700doon0L807Kooo0L907ZooD0L:00:oot0L;07doom0L<00]oot0L>00doob0L@00Rooo0LA00_oo\#
        g0LB00Woom0LC082ooM0LD00Coot0LE04Zoog0LF00Woon0LG05^oor0LH05_oom0LI00]oon0LJ00^ooy0LK00ioo\#
        a0LM073ooo0LN07Eoom0LO07Joon0LP07Koos0LQ00cooa0LR07Xook0LS00[oon0LT00^ooC0LU009ooA0LV03Foo\#
        n0LW05^oos0LX05`oog0LZ00Wooi0L[00Yoom0L\00]oot0L]00doov0L^06Hoob0L_00Roog0L`00Woon0La06eoo\#
        g0Ld00Wooo0Le00_oom0Lf082ooD0Lg016oo-0Lh000ooC0Li009oo10Lj000ooG0Lk00=ooR0Ll00HooC0Lm009oo\#
        c0Ln05Zoog0Lo00Wooi0M405\ook0M600[oon0M705^oor0M905_oos0M:05`oot0M;05aoou0M=00eoov0M>00foo\#
        o0M?062ood0M@06Coog0MA00Wool0MB06Door0MC06Foot0MD00dooi0MF06Uooc0MG06coon0MH06eoor0MJ00boo\#
        s0MK06goox0MM00hood0MO00Tooj0MR00Zool0MS00\oon0MT07Kooo0MY00_oor0MZ00boot0M[00dooc0M\00Soo\#
        l0M]00\ooT0M^00JooB0M_008ooV0M`00LooT0Ma00JooN0Mb02hooX0Md00NooN0Me00DooU0Mf00KooE0Mg00;oo\#
        n0Mh05^oop0Mi00`oov0Mj00fooe0Mk00Uoor0Ml06Foos0Mm00coot0Mo00doow0N500goox0N806Iooc0N906coo\#
        k0N;00[oom0N<06doot0N=06hooa0N>07;ooa0N?00Qood0N@00Tooi0NA00Yooo0NB00_oos0NC00coot0ND00doo\#
        v0NF00fooT0NH00Joot0NI00dooz0NJ00jooI0NK019ooC0NL02eooL0NM00Boos0NN00cooa0NO05mooi0NP069oo\#
        k0NQ00[oof0NR00VooD0NS00:oon0NT00^ooC0NU009ooe0NV07Cool0NW00\ooe0NX07Ooot0NZ00dooa0N[07Xoo\#
        b0N\00Rool0N]00\oot0N^00dooe0N`086ool0Na00\ooF0Nb01koo-0Nc000ooT0Nd00Joo_0Ne000ooA0Nf059oo\#
        g0Ng00Woon0Nh05^oop0Nk00`ooq0Nl00aoor0Nm05_ooy0Nn00iooo0No062oon0O000^oor0O106Foot0O200doo\#
        a0O306[ooi0O400Yoox0O500hoon0O606eoop0O706foox0O800hooa0O9073ooe0O;00Uooc0O<00Sood0O=00Too\#
        g0O@00Woom0OA07Joot0OB00dooe0OC07Yooi0OD00Yooo0OI07Zool0OM00\oop0ON083oot0OO00doow0OP00goo\#
        a0OQ00Qooo0OS00_ooa0OT08<ooD0OV00:ooS0OW04Mooi0OZ04Sooc0O[05Zook0O\00[oon0O]05^oov0O^00foo\#
        a0O_06Aooc0O`06Booe0Oa00Uoof0Ob00Voog0Oc00Woop0Od06Eoos0Oe00coot0Of00doov0Oh06Hood0Oj00Too\#
        g0Ok00Woov0Ol00foob0Om00Roos0On00coox0Oo00hoot0P000dooI0P101MooL0P201NooB0P3008ooN0P400Doo\#
        O0P500EooR0P700HooD0P902BooT0P:03JooW0P;00MooL0P<00BooS0P=04MooI0P>05;oof0P?00Vool0P@05]oo\#
        n0PA05^ooh0PC05oooo0PD062oor0PG063ooa0PJ06Aooc0PK06Booe0PL00Uool0PM06Doom0PN00]oon0PO00^oo\#
        o0PR00_ooq0PU00aoor0PV06Fooz0PX06Jooa0PY06[ooo0PZ00_ood0P\00Tool0P]00\oom0P^06doon0P_06eoo\#
        r0Pa00boot0Pb06hoor0Pc00booy0Pd00iooa0Pf073ooe0Pg00Uooi0Ph075oou0Pi00eooa0Pj07;ooa0Pk00Qoo\#
        i0Pm07Dooc0Pn00Soof0Po07Hoog0Q000Woon0Q107Koor0Q200boos0Q300coot0Q400dooa0Q507Nooe0Q707Ooo\#
        i0Q807Qool0Q900\oor0Q:07Sooa0Q;07iooo0Q>07noor0Q?07oooc0QB00Soom0QC082oop0QD083oor0QF084oo\#
        s0QH085ooi0QI087ooi0QJ00Yoon0QL00^oos0QN00cooS0QO00IooM0QP04KooD0QR00:oob0QS05Yooc0QT05Zoo\#
        n0QU05^oor0QV05_oov0QW00fool0QX06Dooo0QY00_oor0QZ06Foos0Q\00coox0Q]06Iooe0Q^06\ooi0Q`00Yoo\#
        o0Qa00_ook0Qb00[oom0Qc06doon0Qd06eoom0Qf07Joou0Qg07Mooa0Qh07Xooe0Qj07Yooo0Ql07Zoou0Qm00eoo\#
        m0Qn082oor0Qo084ooe0R008>ooi0R200Yoou0R500eooS0R600IooA0R7007ooL0R800Boo-0R9000oos0R:00coo\#
        f0R;00Voot0R<00dool0R=00\ooi0R@07_ooR0RA00Hoog0RB00Wool0RC05]oou0RE00eool0RF06Dooo0RG00_oo\#
        r0RH06Foob0RJ00Roog0RK00Wool0RL00\oou0RM07eooC0RN009ooR0RP00HooD0RQ00:ooS0RR02jooH0RS00>oo\#
        V0RT00Loo 0RU001ooM0RV00CooS0RW041ooU0RY00KooT0RZ00JooM0R[04Kooo0R\04food0R]05[oon0R^05^oo\#
        t0R_05aooy0R`00iooS0Ra00Ioob0Rb00Rool0Rj06Doop0Rk06Eooa0Rl06[ooe0Rm06\ook0Rn00[oor0Ro00boo\#
        r0S000boov0S300fooL0S400Boo-0S5000oon0S600^oon0S706eoov0S800fooJ0S900@2dT0S900JooK0S:00Aoo\#
        h0S;00Xoon0S<05^ool0S=06Doot0S>00doox0S?06Ioos0S@06gook0SA07Ioou0SB07Moou0SD00eoob0SE05Yoo\#
        n0SF05^oop0SG00`ooa0SH06Aoon0SI00^ooE0SJ00;oom0SK07Jooo0SL00_oot0SM00doom0SN082oop0SO083oo\#
        B0SP008oou0SQ05kooa0SR05mooo0SS062oob0ST067oos0SU06=oov0SV00fooH0SW00>ooo0SX00_oor0SY00boo\#
        e0SZ00Uooi0S[075ool0S\00\oot0S]00dooa0S_07Xooc0S`00Soot0Sa00doon0Sb00^ool0Sc00\ooe0Sd08>oo\#
        i0Se00Yooc0Sf05Zoot0Sg00dood0Sh00Toog0Si00Woon0Sj06eoot0Sl06hoo.0Sn000ooe0So00Uooo0T0076oo\#
        u0T100eooe0T207Coof0T300Voot0T400doo-0T6000ooa0T707Xooo0T807Zooz0T900jooe0T:05Ioor0T;05_oo\#
        v0T=00foon0T>00^oor0T?06Fooa0T@06[ooe0TA06\oot0TB06hooo0TC076ooc0TD00Soog0TE00Wooh0TF00Xoo\#
        l0TG00\oon0TH07Kooo0TJ00_ooa0TK07Xooo0TL07Zoou0TM00eooi0TN07_oop0TO00`oot0TP05aoou0TQ00eoo\#
        o0TR05iooa0TS06Aooe0TT00Uoov0TU06Hoos0TV06goov0TW00foom0TX07Joot0TY00doow0TZ00goou0T[00eoo\#
        90T\000;>v0T\00fooo0T]03Pooe0T^04Boos0T_05`oo20T`003ooa0Ta066ooi0Tb069ooe0Tc00Uooi0Td075oo\#
        m0Te00]ooi0Tf07Qooi0Tg00Yoor0Th084oo-0Ti000ooc0Tj00Sooe0Tk086ooa0Tl00Qooo0Tm00_ooc0Tn05Zoo\#
        d0U006Cooe0U200Uood0U300Tool0U400\oon0U506eoop0U606foou0U700eoo-0U8000ooi0U900Yooe0U:00Uoo\#
        00U;00loor0U<00boon0U=00^oot0U>00doot0U?06hooa0U@00Qooo0UA00_ooe0UB07Yoou0UC00eooa0UD00Qoo\#
        l0UE00\ooa0UF01boor0UG05_oor0UH06Foof0UI00Voot0UJ07doot0UK00doop0UL00`oos0UM00coos0UN01Foo\#
        _0UO000oos0UP05`ooh0UQ05oooa0UR07;oog0US00Woop0UU00`oor0UV00boof0UW00Vooo0UX07Eoot0UY00doo\#
        -0UZ000oos0U[07Took0U\00[oo20U]003oob0U^00Root0U_00doob0U`00Roog0Ua00Woox0Ub00hoog0Uc00Woo\#
        i0Ud05\ooz0Ue00joo.0Uf000ooy0Ug00ioon0Ui06eooe0Uj00Uoos0Uk00cooi0Ul05\oor0Um05_oo-0Un000oo\#
        b0Uo00Roon0V006eoop0V106fooc0V200Sooo0V300_oos0V400coox0V600hoop0V708Cooo0V808Hoog0V900Woo\#
        i0V;05\oop0V<00`oos0V=05`oom0V>00]oot0V?00doon0V@06eoor0VB00boot0VC06hoob0VD074ooa0VE00Qoo\#
        n0VF07Koon0VH00^oor0VI00boo-0VJ000ooe0VK05eoor0VL06Foot0VM00doow0VO00gook0VP00[ood0VQ00Too\#
        m0VR07Jooo0VS00_ood0VT00Toot0VU00doof0VV00Vooh0VW00Xoog0VX00Wool0VY00\ooe0VZ07Ooot0V[00doo\#
        g0V\00Woon0V]05^oor0V^05_ooe0V_00Uoop0V`00`oon0Va06eoos0Vc00cooo0Vd07Zoob0Vf00Rool0Vg00\oo\#
        r0Vh084oot0Vi00doob0Vj00Rook0Vk00[oow0Vl05bood0Vm06Coom0Vn00]oos0Vo00coow0W000goog0W100Woo\#
        s0W200cooa0W500Qoor0W7063ooa0W:06Aooe0W;00Uoom0W<00]ooo0W>00_oor0WB06Foon0WC06eoot0WD06hoo\#
        t0WE00dool0WF00\oob0WG00Rooe0WH07Oool0WI00\ool0WJ00\ooa0WK07iooe0WL07koom0WM082oo-0WN000oo\#
        n0WO00^oov0WP00foog0WQ00Wooh0WR05ooos0WS00cooe0WT06\oog0WV00Woop0WW07Looa0WY07Xooe0W[07Yoo\#
        o0W\07Zooe0W]08>oop0W_06foo-0W`000ood0Wc00Toot0We00dool0Wg00\ooe0Wh07^oob0Wi00Roor0Wj06Foo\#
        d0Wk00Toor0Wl00boos0Wm06gooS0Wn00Iooc0Wo00Sooi0X000Yoo-0X1000ooh0X200Xoot0X305aoos0X400coo\#
        b0X500Rooe0X=06\oon0X>00^oot0X?00dooc0X@00Sooo0XA00_oor0XC00boot0XE00doow0XF00goob0XG00Roo\#
        w0XH08Doov0XI00fooc0XJ05Zoon0XK05^ool0XM06Dooo0XN00_oob0XO00Roon0XP00^oor0XQ06Xooh0XR00Xoo\#
        b0XS00Rooa0XT00Qoo/0XU000?? 0XU001oo.0XV000ooS0XW00Ioot0XX0@Kool0XY0>jooa0XZ043oo00X[08Poo\#
        I0X\00?ooA0X]007oov0X^02=ooa0X_07;ooK0X`00Aoo/0Xa0004CB0Xa008ooe0Xb04Qoot0Xc06hooA0Xd007oo\#
        s0Xe031oou0Xf07Mood0Xg05[ooe0Xh05noou0Xi00eooi0Xj07moog0Xk00WooS0Xl00IooT0Xm00Jood0Xn00Too\#
        e0Xo070ooi0Y007=ooB0Y1008ooT0Y200JooB0Y3008ooe0Y4086oon0Y500^oos0Y606goor0Y706Foox0Y806Ioo\#
        o0Y906Wooy0Y:00iooA0Y;007ooh0Y<07Pooz0Y=00joon0Y?00^ooh0Y@05oooe0YA068oom0YB0EJooE0YC00;oo\#
        r0YD06Foof0YE00VooE0YF00;ooI0YG00?ooS0YH00Iool0YI00\oog0YJ00Woon0YK05^ooh0YL05ooou0YM00eoo\#
        e0YN07koon0YO05^ooi0YP07Qooo0YQ056oom0YR07Joor0YS07oooi0YT069ooh0YV07looo0YW07noor0YX05_oo\#
        r0YY084oo 0YZ001ooo0Y[01Woob0Y\00Rooe0Y]02DooL0Y^00BooX0Y_00Noo_0Y`000ooe0Ya05Cooi0Yb05foo\#
         0Yc001ood0Yd00TooQ0Ye00Goop0Yf06Eool0Yg00\oot0Yh07doot0Yi00dool0Yj05gooU0Yk00Kooa0Yl00Qoo\#
        g0Ym00WooB0Yn008ooS0Yo00Ioob0Z000Rooc0Z105Zoon0Z20Dmooc0Z30Dooog0Z400Wooe0Z700UooB0Z8008oo\#
        r0Z905_oob0Z:00Roo.0Z;000ooP0Z<00Fooc0Z=00Soon0Z>05^oov0Z?00foog0Z@00Woow0ZA00gool0ZB05goo\#
        k0ZC00[ood0ZD00Toof0ZE00Voos0ZF06Yooh0ZG00Xoot0ZH00dooe0ZJ07kooM0ZK00Cooo0ZL01WooC0ZM009oo\#
        T0ZN00JooP0ZO00FooS0ZP00IooC0ZQ009oo_0ZR000ooi0ZS0Baooi0ZU07Qoos0ZV07Toot0ZW00dooc0ZX07joo\#
        s0ZY00coot0ZZ00doot0Z\00doon0Z]05^oor0Z^0DFoot0Z`05aooc0Zb06Booo0Zc07Zooc0Zd00Soor0Ze00boo\#
        o0Zf07noor0Zg0Djoou0Zh00eooa0Zi06Aooc0Zj06cooq0Zk00aoou0Zl07Mooo0Zm062ooa0Zn066ooe0Zo068oo\#
        l0[000\oom0[100]oop0[200`oot0[300doov0[407Fook0[507Ioop0[600`ooo0[707nooe0[8086ooi0[900Yoo\#
        w0[:0Ebooz0[;00joot0[<06hoon0[>07Koos0[?00coot0[@07doob0[A00Rooa0[B05dooe0[C05eoot0[D00doo\#
        B0[E008oor0[F01XooS0[G04Mooe0[H07Yook0[I00[oop0[J07booa0[K07ioom0[P082ooz0[Q08Kood0[R05[oo\#
        p0[S06Eook0[U00[ooe0[V07kooS0[X00Iooi0[Y087oof0[Z00Voog0[[00Wooi0[\06Uoog0[^00Wooc0[_07]oo\#
        q0[`07coo/0[a000@Zo0[a05iooC0[b009ooz0[c00jooN0[d00DooC0[e009ooa0[f07;ooi0[g07=ooc0[h07joo\#
         0[i001oon0[j00^oog0[l00Woot0[m05aooa0[n06Aoop0[o083oob0\000Rook0\100[ooD0\302f4Wy0\307goo\#
        o0\500_ooV0\600Looe0\706Tooi0\80E6ooe0\905eoov0\:00foor0\;0FOooU0\=00Kood0\>00Tooa0\?07Noo\#
        e0\@07OooL0\A00Booe0\B07kooo0\C00_ooy0\D00iooi0\E06Uooi0\F00YooT0\G00Joo 0\I001ooe0\J05noo\#
        t0\K07dooR0\M00Hooi0\N0Ccood0\S06Coot0\^00dooc0\_07jooe0\`0Clood0\a00Tooe0\c07Yoom0\d00]oo\#
        m0\e00]ooe0\f00Uoop0\g0Dnooi0\h081oor0\i00booe0\j07Yooe0\k00Uoos0\m0Eeooe0\n00Uool0\o00\oo\#
        n0]000^ooe0]10FMood0]200Tooe0]307YooW0]400MooP0]500FooT0]60<ZooB0]7008ooe0]807<ooa0]905doo\#
        s0]:06gool0];00\ood0]<06Cooi0]=07=ooi0]>07Dooo0]?07Eoos0]@00cooa0]A00Qoog0]B00Woob0]C00Roo\#
        t0]D00doow0]E00gooh0]F00Xooa0]G043oof0]I00Vood0]J00Toog0]L00WooS0]M00Iooi0]N00Yoom0]O00]oo\#
        p0]P00`oop0]Q06Eoob0]R00Rooo0]S00_oou0]T07Moov0]U00foos0]V00coop0]W00`oon0]X00^ooI0]Y00?oo\#
        P0]Z00Foor0][04gooo0]\076ooa0]]00Qoop0]^00`ood0]_00Tooe0]`07kooa0]a08<ood0]b05[ool0]d00\oo\#
        k0]e00[oor0]f07oood0]g00Tooe0]h07Coot0]i07dooj0]j00Zoop0]k00`ooS0]l00Iook0]m00[oor0]n06<oo\#
        e0]o07Ooo 0^0001oo 0^1001ooo0^201Woo-0^3000oo/0^4000ooT0^504aooT0^60>8oob0^700RooC0^8009oo\#
        u0^907Mooa0^:07Xoog0^;0E5ooa0^<07Nooe0^=068ooy0^>00ioog0^?00Wooo0^@07Eoot0^A07dooe0^B07koo\#
        C0^D009ook0^E07Iooo0^F024ooe0^G0F9ooe0^H07<ooi0^I07=oos0^J00coot0^K00doob0^L00Roob0^M00Roo\#
        e0^N06Tooi0^O07=ooL0^P00Booa0^Q0@aooi0^R06Uoog0^S00Woog0^T00Woov0^U00food0^V00Toob0^W00Roo\#
        d0^X00Toov0^Y00foow0^Z00gooo0^[07?oot0^\00doom0^]07`oow0^^0Ebooe0^_070ooa0^`00Qoo_0^a000oo\#
        r0^b01Eood0^c00Tooe0^d07^oot0^e07dooa0^f00Qook0^g00[oom0^h00]oo'0^i000ooe0^j0Cloor0^k05joo\#
        h0^l00Xooe0^m07Coog0^o00Wook0_000[ooi0_906Uoom0_:07Jooi0_;07=ooB0_<008ooL0_=00Boor0_>01hoo\#
        20_?003oob0_@00Rooo0_A04Dooo0_B01goor0_C063ooe0_D06Tooi0_E06Uoon0_F06Voop0_G00`oou0_H00eoo\#
        l0_I00\oon0_K06eooe0_L070ooa0_M00Qoou0_N00eook0_O00[oot0_P07dooc0_Q07joot0_R00dooi0_S081oo\#
        i0_T087oon0_U0CIooi0_V0Ccooa0_X00Qoot0_Y078oog0_Z00Wooa0_[07iooo0__07nood0_`00Toor0_a063oo\#
        i0_b07Dooo0_d0DVoor0_e00boos0_f00coot0_g07doon0_h00^oor0_i00booa0_j066ooe0_k068oou0_l00eoo\#
        e0_m06jool0_n00\ooS0_o00IooT0`000Jooi0`107Doos0`300coot0`400dood0`500Tooe0`607Yooo0`707noo\#
        k0`800[oot0`9078ooo0`:04fooo0`;01WooE0`<00;ooV0`=00LooG0`>00=ooJ0`?00@ooS0`@00IooZ0`A00Poo\#
        X0`B00NooN0`C00Dooo0`D07EooB0`E008ooe0`F086oov0`G06Hood0`H00Toos0`I00coot0`J07dooA0`K007oo\#
        S0`L00Iooc0`O07jooi0`P07moop0`Q00`oov0`R00foo 0`S001ooR0`T00Hoos0`U00coot0`X00dooe0`Y05noo\#
        h0`Z0DPoot0`[00doob0`\00Roor0`]07ooop0`^0E7ooh0`_00Xooe0``068oob0`a00Roos0`b00coot0`c07doo\#
        a0`d07iooi0`e07mooa0`f00Qooe0`g086ooo0`h04fooc0`i07jooz0`j08Koo-0`k000oor0`l01hooe0`m03Boo\#
        e0`n07^oor0`o0C=oon0a006eool0a100\ool0a206Nooe0a301oooi0a407Door0a501hooT0a600Jooi0a7075oo\#
        n0a800^oor0a=06Fooi0a>07moon0a?05^oob0a@00Rooo0aA076ooc0aB07joos0aC00coor0aD0FOooe0aE00Uoo\#
        20aF003ooC0aG009ooG0aH00=ooD0aJ00:ooB0aK015ooe0aL06Tood0aO00Toog0aP00Wooo0aQ07Eooe0aR07Ooo\#
        l0aS00\oos0aT07[ooP0aU00Foor0aV00boot0aW00doop0aX00`ooa0aY07ioon0aZ05^oon0a[06eooB0a\008oo\#
        g0a]00Wool0a^00\ooa0a_00Qoog0a`00Wooy0aa00ioos0ac00cook0ad00[ooc0ae00Sooi0af069oou0ag00eoo\#
        g0ah00Wooo0ai07?ooi0aj07moos0ak0EeooE0al00;ooc0am06coom0an06doon0ao06eoov0b000foo-0b1000oo\#
        b0b200Rooj0b300Zoot0b400doos0b5077oop0b600`ooh0b707looi0b800Yool0b905]oon0b;05^oor0b<00boo\#
        n0b=05^oor0b>05_oo/0b?000DY.0b?000ooA0b@007ooi0bA04Soot0bB0@Kook0bC00[oou0bD00eook0bE00[oo\#
        e0bG086ood0bH05[oou0bI00eool0bJ06Dooi0bK06Mooi0bL06Uooo0bM07Rooe0bN07^ooo0bO07noor0bP07ooo\#
        e0bR0Cloov0bS00food0bT00Tooo0bV06Woov0bW00fooo0bX05iooR0bY00Hooi0bZ00Yooe0b[07koon0b\02noo\#
        -0b]000ooo0b^01WooT0b_03Xook0b`00[ool0ba00\ooP0bb00Fooa0bc04AooC0bd009oon0be00^ooa0bf05Boo\#
         0bg001ooS0bh0@2ooM0bi00Cooe0bj06Looe0bl0B`ood0bm00Toos0bn00cooe0bo0CBooo0c00CJoop0c107Loo\#
        u0c207Mooa0c40CKooe0c507Yoou0c60CMoor0c805_oou0c900eook0c:00[ooe0c;0Cdooa0c<07;ood0c=00Too\#
        t0c>00doou0c@00eooS0cA00Ioob0cB00Roou0cC07Moou0cD00eooe0cE07Yoov0cF00foon0cG00^oop0cH00`oo\#
        p0cI07Loor0cJ00booe0cK068ook0cL00[oop0cM0DSooc0cN00Sood0cO00Tood0cP00Tooe0cQ07kooo0cY07Zoo\#
        p0cZ00`oow0c[00gooc0c\05Zooe0c^00Uooc0c_06coor0c`084oor0ca05_ooc0cc05Zoop0cd00`oop0cg06foo\#
        i0ch060oot0ci00dooo0cj06Wooi0ck07Dooa0cl07Xooo0cm07aoot0cn00door0co0EVoow0d005booc0d106Boo\#
        d0d300Toou0d400eooi0d500Yoop0d600`oor0d705_oot0d805aoor0d<00booa0d>0FDooe0d?0FEooi0d@00Yoo\#
        u0dA00eoom0dB00]ooa0dC07Nooe0dD07Oood0dE00Toov0dF00foot0dG07doox0dH00hoof0dI00Voos0dJ06goo\#
        a0dK00Qoot0dL00dooo0dM07aoo 0dN001oo-0dO000oob0dP00Roo-0dQ000ooo0dR05ioot0dS00doog0dT00Woo\#
        a0dU0Bdooi0dV087ooe0dW0Cdoom0dX07Joom0dY00]oor0dZ00boot0d[07doot0d_00doo 0d`001ooI0da00?oo\#
        n0db06eoou0dc07MooT0dd00Joop0de0DSooE0df00;ooy0dg07Goob0dh00Root0di0ESooa0dj00Qooe0dk00Uoo\#
        l0dl06Doon0dm00^oov0dn00foos0do085oob0e000Roon0e100^ooa0e206Aooe0e300Uool0e400\oon0e506eoo\#
        t0e806hoor0e9084ool0e:04UooR0e;00HooS0e<00IooD0e=00:ooh0e>00Xool0e?06Nooi0e@07mooB0eA008oo\#
        S0eB00Iooc0eC00Soon0eD0F0ooo0eE04Dooa0eF00Qooi0eG0Baoov0eH00fool0eI00\ooe0eJ0Cdooo0eK00_oo\#
        c0eL00Sooi0eM0Chooe0eO05eooi0eP06Uoou0eQ00eooS0eR00Ioo-0eS000oo_0eU000ooD0eY00:ooO0eZ00Eoo\#
        E0e[04IooR0e\00HooN0e]00DooT0e^00JooU0e_00Kooc0ea04Pooe0eb04Qoom0ec00]ooN0ed00Doo/0ee000FZ\#
        t0ee00dooo0ef06;oos0eg00cooc0eh07joob0ei00RooE0ej04Ioo 0ek001ooC0em009ooD0f000:ooS0f100Ioo\#
        Z0f200Poof0f300Voos0f400coow0f500gool0f600\ooc0f700Soot0f805aoor0f:0DGooi0f;071ooe0f<07Yoo\#
        d0f=00Tool0f@00\oom0fA00]oon0fB00^oo 0fC001ooA0fD007oou0fE00eoog0fF00Wooi0fG087oo 0fH001oo\#
        /0fI0003mo0fI00_ood0fJ00Tool0fL00\ooi0fM07m1_t0fM00dooo0fN07aooo0fO00_ooB0fP008ood0fQ00Too\#
        p0fR083oob0fS00Rooi0fT07Dooi0fU07Qool0fV05]ood0fW00Toou0fX00e9_b0fX00Room0fY07Jooe0f\07koo\#
        B0f]008ooe0f^07Oooo0f_01Woos0f`085oop0fa00`ooo0fb0CJooe0fc05eooc0fd07]ooa0fe00Qooi0ff00Yoo\#
        h0fg00Xoo.0fh000oox0fi06Iooe0fj00UooO0fk00Eooh0fl07looi0fm07moob0fn05Yooh0fo05oooe0g007koo\#
        r0g100booa0g2073oos0g300cooo0g400_ook0g500[ooa0g607ioos0g706=oos0g806Yoog0g900Wool0g:00\oo\#
        d0g;00Tool0g<00\oou0g=00eook0g>00[oog0g?00Wooe0g@00Uoo.0gA06>oo.0gB000oo-0gC000ooi0gD07moo\#
        c0gE00Sooi0gF05\ook0gG07Iooz0gH08Koon0gI0B<oob0gJ00Rooe0gK07Yooe0gL086oot0gM00doot0gN00doo\#
        n0gO05^ooc0gQ06Booe0gR07koou0gS07Mooc0gT00Soon0gU06Vooe0gV06\ool0gW00\oot0gY00doov0g[07Foo\#
        k0g\07Ioow0g]0Eboon0g^07Koos0g_085oor0g`00booe0ga07Oooa0gb07ioom0gc082oot0gd0C7ood0ge05[oo\#
        p0gf06Eooe0gg0Clooc0gh07]oor0gi00booa0gj07;oob0gk00Roon0gl00^oop0gm083ooe0gn086oon0go0=ooo\#
        p0h00?]ooy0h107gool0h300\oon0h405^oos0h50CVooc0h606Boos0h706gooa0h807;ooc0h906coog0h:00Woo\#
        o0h;07Zooc0h<00Soo-0h=000oor0h>0FOoob0h?05Yooo0h@00_ooe0hA05noot0hB00dooi0hC0Ccooo0hD06;oo\#
        d0hE06Coog0hG00Woot0hH078ood0hI00Tooe0hL07Ooof0hM00Vooc0hN00Sooe0hO00Uool0hP06Doog0hQ00Woo\#
        e0hR07Yoop0hS00`oot0hT00dooh0hU07loom0hV00]oog0hW00Woog0hX00Woob0hY00Roo-0hZ000oof0h[00Voo\#
        r0h\05_oos0h]07[ooi0h^0ChooA0h_007oos0h`00coop0ha00`ooe0he07Oooc0hf07]ook0hg00[ooa0hh00Qoo\#
        k0hi00[ooi0hj00Yoog0hk0E5oo20hl06Roop0hm00`ooe0hn07Ooob0ho00Rooo0i000_oor0i100booe0i207koo\#
        w0i500goo-0i6000ooa0i706noom0i800]ooe0i905eoom0i:00]oos0i;00coo-0i<000ooo0i=08Eooi0i>06Uoo\#
        k0i?00[oob0i@00Rood0iA00Tooc0iB00Soos0iC00coos0iD00coox0iE06Iooc0iF07]ooo0iG0B^oob0iH00Roo\#
        s0iI00coow0iJ00gook0iK00[oop0iO00`oo.0iP000oop0iQ07Loob0iR00Roor0iS00boo70iT005oo-0iU000oo\#
        n0iV07Kooi0iW06Uoop0iX00`ool0iY00\oop0iZ00`oos0i[00cooo0i\07?ooa0i]07iood0i^00Tooi0i_07Doo\#
        r0i`00booh0ia07looo0ib05ioot0ic05aooi0id07Doot0ie00doob0if07Boob0ig00Root0ih00door0ii06Foo\#
        d0ij00TooE0ik00;oor0il07ooos0im00cooi0j0071ooe0j1068ooo0j207?oor0j300booo0j406;oo_0j5000oo\#
        i0j606Moot0j706_ooi0j806Uooi0j9075oon0j:00^oob0j<00Rooe0j=06Toos0j?00coos0j@07[oor0jA06Foo\#
        c0jB00Soog0jC00Woot0jD0DWoot0jE07dood0jF00Toox0jG00hooo0jH05ioos0jI077ooe0jJ07Yooh0jK07loo\#
        o0jL05ioou0jM00eoow0jN08Dood0jO00Tooo0jP07?ooe0jQ07^ooa0jR08<ooe0jS06Too-0jT000oo20jV003oo\#
        b0jW00Roo-0jX000oo/0jY000E9a0jY0CKooe0jZ07Yooi0j[00Yoor0j\05_oow0j]00gooa0j^07;oop0j`00`oo\#
        -0ja000oo40jb000ooL0jc00Boos0jd00coop0jf00`ood0jg00Tooe0jh07koob0jj00Rooa0jk073ooo0jl05ioo\#
        e0jm0EWooa0jn073oom0jo00]oor0k005_oop0k106Eoom0k200]oow0k300goot0k400dooe0k5086ooo0k606Woo\#
        e0k70CBoot0k807dooo0k900_oos0k:00cooe0k;06Too10k<000ool0k=00\ooc0k>05Zoof0k@00Voon0kA00^oo\#
        v0kC00fooe0kD00Uoon0kE00^oob0kF00RooF0kG00<ooI0kH00?ooL0kI00Booa0kJ066ooo0kK06;ooi0kL07moo\#
        r0kM07oooa0kN073ooe0kO0Elooi0kP05fooc0kQ00Sooe0kR068oou0kS00eooi0kT07_ooh0kU04Roor0kV063oo\#
        l0kW00\oos0kX00coou0kY00eooc0kZ07jooe0k[07^oo-0k\000ooc0k]00Soog0k^00Woom0k_00]ooo0k`05ioo\#
        p0ka00`oos0kb00cooz0kd00joor0ke0DGood0kf00Tooi0kg07moob0kh00Roob0ki00Roor0kj00booi0kk00Yoo\#
        k0kl00[oob0km00RooL0kn00Booo0ko05ioo.0l0000ooi0l1087ooy0l2065ood0l300Toog0l400Woop0l500`oo\#
        z0l600joor0l705joob0l807Booa0l907Xoob0l:00Rooo0l;05iooc0l<05Zoob0l=00Roor0l>00boop0l?04Yoo\#
        e0l@0Pbooe0lA0Naoot0lB05aoo-0lC000oon0lD02noo-0lE000ooa0lF00Qoon0lG05^ooI0lH00?ooo0lI01Woo\#
        a0lJ0@:oot0lK00doo.0lL000oo-0lM000oon0lN00^ooe0lO068oos0lP00cooi0lQ081oov0lR00fooi0lS06Uoo\#
        e0lT04Qooh0lU04doox0lV00hoor0lW06Foon0lX0E;ooo0lY01Woox0lZ00hooo0l[01Woon0l\00^ooc0l]00Soo\#
        m0l^07`oot0l_00dooa0l`0Cmool0la00\oou0lb00eoof0lc00Vooa0ld06[ooi0le00Yooo0lf00_oo-0lg000oo\#
        o0li00_oor0lj06Foou0lk00eoov0ll02=ooc0lm00Sooy0ln00ioon0m000^oon0m102nooi0m204Sooe0m300Uoo\#
        o0m406Wooe0m507Cooi0m700Yooi0m8081oom0m900]ooa0m:00Qooe0m;00Uoow0m<00goo 0m=001ooa0m>0FDoo\#
        g0m?00Woos0m@0CVooo0mA00_ooc0mB00Sooi0mC00Yooe0mD07YooB0mE008oot0mF09eooo0mG05ioot0mH0;Roo\#
        O0mI00EooB0mJ008oob0mK00Roob0mL0B1ooN0mM00DooN0mN00Doou0mO00eoou0mR04=ooe0mS07Oooo0mT076oo\#
        C0mU009ooe0mV07kooi0mW075oop0mX04ooor0mY05_ooP0mZ00Fooo0m[01Wooi0m\04Soou0m]05kook0m^00[oo\#
        g0m`00Wook0mb00[ooV0mc00Lool0md00\oot0me00doos0mf00cooo0mg01Wood0mh00Tooo0mi05iooA0mj007oo\#
        o0mk049ooa0ml05mood0mm00Tooe0n0086ooh0n100Xoos0n200coou0n30C4oo/0n40004^y0n400iooe0n506Loo\#
        n0n600^oob0n700Rooe0n807kooo0n907noos0n:0F@ooe0n;03Moot0n<09e1Wb0n<00Roo 0n=001ooA0n>007oo\#
        S0n?04Mooh0n@01dooB0nA008oob0nB0Dloop0nC0Dnoot0nD06hoou0nE07eooe0nF07kooh0nG0F?ooy0nH07goo\#
        C0nI009oor0nJ07oooC0nK009oon0nL00^oog0nM00Wool0nN00\ooG0nO00=oow0nQ080ook0nR00[oom0nU07Joo\#
        r0nV063oou0nW00eooi0nX00Yooi0nY00Yood0nZ00Toor0n[05_ook0n\00[ooz0n^00jood0n_00Tool0nb0CHoo\#
        B0nc008oo/0nd000ooa0ne073ooa0nf07;ooa0ng07Nooe0nh07kooe0ni086ooi0nj071ooo0nk07Rooy0nl00ioo\#
        o0nm00_oo-0nn000ool0no00\ooy0o100iooe0o207kooi0o307mool0o40EQoot0o507dooo0o607nooo0o705ioo\#
        a0o800Qoor0o906Fooe0o;07kooo0o<01Wooo0o=09iooc0o>04PooB0o?008oo 0o@001ooe0oA0F5ooF0oB00<oo\#
        d0oC05[oof0oD00Voon0oE05^oop0oF00`oo/0oG0003Rl0oG00\oo 0oH001ooC0oI009ooS0oJ00Iooy0oK00ioo\#
        c0oL06Boor0oM06Foou0oN04[oon0oO06e@jb0oO00Roo 0oP001ooC0oQ009oon0oR06eooT0oS00Jooo0oT062oo\#
        u0oV00eoot0oW0C7@nr0oW01hooB0oX008ooo0oY03]ooo0oZ01gooi0o[0E6oon0o\0E;ooo0o]062ooJ0o^00@oo\#
        l0o_00\oot0o`00dooo0oa06Wooa0ob07ioom0od00]ooa0oe07Nooo0of05iooA0og007ooD0oh00:ooB0oi008oo\#
        C0oj009oob0ok00Rooa0ol053ooW0om00Mool0on0V;ood0oo06Cooo10008:oon10100^ooy10200ioop10304ooo\#
        u10400eoon1050EUoor10606Fooi10703CooC108009oot10900doon10:00^oof10;00VA9c10;06coo 10<001oo\#
        -10=000ooS10>00Ioob10?00RooD10@00:oom10A00]ooe10B04BooD10C00:ooI10D00?ooL10E00Booc10F06coo\#
        n10G06eoo 10H001ooB10I008ooF10J00<ooV10K00Loob10L067ooe10M068oof10N00Vool10O06:oop10P00`oo\#
        s10Q06=oow10S00gooo10T07nooh10U0F?oor10V0Tk5@F10V00<ooI10W00?ooc10X06Booo10Y07?ooi10Z07=oo\#
        b10[00Roob10\00Rood10]00T=Mi10]00Yoog10^00WooW10_00Moos10`00cooh10a00Xoon10d00^ooS10e00Ioo\#
        e10f07Cooo10g0EnooS10h00Ioob10i00Rooe10j05Cooe10k045ooE10l00;ooo10m01Woot10n0E:oon10o05^oo\#
        b11000Rooi111075ooo11206;oon1150E;ooe11600Uoom1170EJoot11807doob11905Yooe11;06Tooa11<05doo\#
        e11=07kooi11>00Yoot11?06_oor11@0?4ooy11A0?5Abe11A06Loor11B06<ooz11C00jool11D00\ooi11E04Soo\#
        k11F00[oom11G00]ooe11H07Ooop11I00`oob11J00Roov11K00foop11L083ooe11N086oot11O07dooe11P07Ooo\#
        e11Q07C6cB11Q02doo 11R001ooa11S0ABooB11T008ool11U05]ooy11V07Vooe11W068oon11X00^ooi11Y05\oo\#
        O11Z00Eool11[06:ooo11\076ooB11^008ooi11_00Yooa11`066ooy11a00iooT11b00Jooa11c00QooU11d00Koo\#
        p11e04Yooa11f06nooo11g07Zoo 11h001ooc11i00SooC11j009oot11k09eooC11l009ooE11m00;ooT11n04aoo\#
        D11o00:ooo12005iooy12101jooB122008oom12300]ooe12406Tooc12705Zooe1280CToo 129001oou12:00eoo\#
        l12;00\ooa12<0F8oog12=00Woor12>06Foor12@01hooe12A070oow12B0;4ool12C06Doos12D00cooe12E00Uoo\#
        l12F00\ooy12G00i4Ho12G05iool12H05goon12I00^ooo12J00_BSW12J00Moon12K05^oob12L00Rooa12M00Qoo\#
        o12N06Wooi12O087oor12P06<ooa12Q05door12R06<ooi12S087oon12T00^ood12U00Toou12V00eooi12W07=oo\#
        l12X00\ooi12Y00Yoot12Z05aooI12[00?ooe12\07Yooa12]066oor12^0EoooM12_00Cool12`05]ooi12a071oo\#
        y12b07A9<s12b00cool12c06Dooa12d0C9oot12e06_oor12f0EEoos12g00coou12h00eooA12i007ooC12k009oo\#
        T12l00JooW12m00Mooe12n070ooi12o071oop13000`oos13100coou13200eooc13306cool13407>oon1350E;oo\#
        b13600Rooi13703Cooa1380:Soob13900Rooo13:05ioob13;0?dooC13<009ooo13=0CLool13>06DooB13?008oo\#
        e13@07Cooi13A07Qoos13B085oo.13C000ooC13D009ooW13E00Moo/13F000C0g13F00Woos13G085ooe13H070oo\#
        o13I07nooh13J0F?ooe13K07kooB13L008oof13M00Voot13N0THooa13O06boou13T06iooI13U00?oow13V080oo\#
        a13W00Qoo-13X000ooI13Y00?ooJ13[00@ooU13\00Koor13]00booB13^008ooo13_0CLooa13`06boof13a00Voo\#
        r13b0UXooo13c07Zooi13d07_oor13e07oooo13f07Eooa13g07Xoot13h0CPoor13i06Fool13j00\ooe13k00Uoo\#
        i13l075oop13m04Yooo13n04foob13o00Root14006hooi14107_ooa14207iool14306:ooo14400_ooM14500Coo\#
        R14600Hooi14707mooo14800_oot14909eooR14:00HooI14;00?oo/14<00049A14<007oot14=04Zoo_14>000oo\#
        _14?000ooT14@03XooI14A00?ooo14B01Woor14C0FOooa14D00QooB14E008oou14F07eooD14G00:ooP14H01;oo\#
        e14I04Qooh14J04Rooy14K04^oor14L063ooc14M06cooe14N07Oooi14O087ooY14P00Oooe14Q04BooB14R008oo\#
        N14S00DooR14T00HooC14U009ooc14V06Booe14W0CBooo14X07n9]o14X05iooo14Y0FFoo 14[001ooB14\008oo\#
        P14]00Foou14^05k<8h14^00Xooo14_07noob14`05Yooo14a00_ooa14b00Qool14c06Dooo14d00_ooh14e0F?0H\#
        e14e08IooS14f00Iooa14g0:Soor14h06Foor14i0Eoooi14j00Yoo;14k006CdB14k008ooi14l075ooa14m0:coo\#
        s14n06gooa14o0:Soor15004goon1510DmooG15200=ooH15300>ooR15400HooT15500JooV15600Looa15707Xoo\#
        m15806doog15900Wooo15:05ioo-15;000ool15<061ooe15=07^ooc15>0Wjoor15?06Foo415@000ooY15A00Ooo\#
         15B001ooC15C009ooa15D01noou15E01YooP15F00FooT15G00Joos15H00cooa15I066oou15J00eoop15K07Loo\#
        r15L06Fooe15M00Uooe15N07^ooa15O043ooe15P07Yooh15Q07lool15R00\ool15S05]oot15T0Bcood15U00Too\#
        o15V01WooA15W007ooB15X008ool15Y05]ooA15Z007ooS15[00Ioow15\00gook15]00[ooe15^070ooh15_05ooo\#
        m15`06doop15a083ooi15b06Uoot15c00dooo15d00_oos15e00cooc15f029ooe15g05nooa15h0DQoot15i0DWoo\#
        a15j00QooS15k00Iooe15l05eooe15m06jooo15n07nooe15o07^ooe16107Oooo16200_ook16300[ooi1640Baoo\#
        y16507:oot1660Bcooa16707Xoot1680Bcoor16:00booS16;00IooP16<01;oon16=0@Iooe16>0Pboos16?00coo\#
        t16@00dooA16A007oou16B00eoon16C00^ooa16D066oor16E084ooe16F0Cdoon16G0D4ooo16H00_ooL16I00Boo\#
        a16J0Ekooo16K00_ooe16L0FEooo16M0FFoor16N0Tkooi16O087ooe16P068ool16Q06:oor16R00booa16S00Q6;\#
        t16S0C7ooe16T04Boot16U06hooB16V008oot16W0<eooB16X008oot16Y09eooI16Z00?ooi16[071ooi16\075oo\#
        t16]00doon16^0?Voo-16_000ooe16`07Coot16a0AnooL16b00BooB16c04HooG16d00=ooD16e00:ooS16f00Ioo\#
        s16g00cooo16h06;ooe16i07^oom16j00]oop16k07Looe16l0ERoor16m084oot16n0ESoop16o00`ooa17106Aoo\#
        b17200Roon17300^ooc1740Beoor175084oop17600`oon17700^oon17805^ooG17900=ooi17:07moor17;07ooo\#
        t17<00dooi17=04Sooi17>05fool17?00\ooe17@00Uoon17A00^ooe17B086ooa17C00QooB17D008ooi17E07Qoo\#
        t17F00doot17H00doot17I00dool17J00\ooe17K05noou17L00eooa17M066oo217N003ooA17O007ooC17P009oo\#
        L17Q00BooS17R00IooU17U00Kooi17V00Yoos17W0F@oou17X07Mooe17Y07Oooo17Z08Booc17[00Sook17\00[oo\#
        p17^06Eook17_00[oop17`00`0?s17`07[oot17a0Bfook17b00[oo 17c001ooU17d00Kooc17e00Sooc17f00Soo\#
        a17g06boow17h080oou17i07M1bc17i06c36 17i001oos17j00cooo17k07nook17l00[oon17n00^ooi17o060oo\#
        t18000dooe181068oon18200^oon18306eooe18407Ooot1850Bfooa18607iooi18707moos18800coou18900eoo\#
        e18:07Yooy18;00iooc18<0WYooa18=06Aoop18>06foor18?084ooa18@07;oob18A05Yoor18B06Fooo18C06;oo\#
        e18D086ooa18E0F8oo-18F000oot18G00doos18I00coop18J00`ooh18K07loom18L07Joot18M00doot18N00doo\#
        o18O05iooC18P009ooo18Q00_ooi18R07mooi18S06UooG18T00=ool18U00\oog18V00Wooa18W07;0Pl18W07>oo\#
        a18X07Xoo 18Y001ooL18Z00BooU18[00Kooc18\07jooR18]00HooK18^00Aoon18_02nook18`00[oos18b085oo\#
        o18c04fooi18d07Qooy18e02?oo 18f001ooa18g05dooi18h07mooc18i05Zoo/18j000<`l18j00\ood18k00Too\#
        e18l08638t18l07dool18m05gooi18n07Dook18o00[oot19000dooi191075ooA192007ooW19300Moog19400Woo\#
        t19500dool1960FLooi1970@Pooe19804Boou19904[ooo19:024ooo19;00_ooo19<076oom19=06dooe19?01Soo\#
        u19@04[ooh19A05oooe19B07Coob19C0?doob19D05Yood19E00Tooe19F086oot19G078oon19H00^ooz19I00joo\#
        e19J05noos19K06goot19L06hoor19M06F7\l19M00\oou19N00eooe19O04Qooc19P00Soom19Q00]ooC19R009oo\#
        I19S00?ooU19T00KooV19U00LooB19V008ooS19W00Ioob19X00RooO19Y00Eoo 19Z001ooi19[04eoo 19\001oo\#
        D19]00:ooa19^05mooc19_0@;oob19`00RooB19a008ooe19b07kooo19c00_ooc19d07]ooh19e0F?ooa19h05doo\#
        E19i00;ooM19j00CooS19k00IooE19l01]ooa19m01booo19n01gooa19o01noon1:004WooI1:100?ool1:206Noo\#
        i1:307_ooi1:400YooK1:500Aooh1:605oooW1:700Moos1:800cooe1::07YooD1:;00:ooR1:<06@ooC1:=009oo\#
        P1:>00Foou1:?00eood1:@00Tool1:A07>ooC1:B009ooS1:C00Ioor1:D01Eoo 1:E001oo 1:F001ooO1:G00Eoo\#
        C1:H009ooo1:I00_ooe1:L068ooo1:M06;ooo1:N076ooB1:O008oou1:P07Mooy1:Q00iooo1:R01Wooa1:S066oo\#
        e1:T07Oooi1:U05foos1:V06gooe1:W00Uoob1:X074ooe1:Y068ooi1:Z05fooB1:[008ooI1:\00?ooi1:]07=oo\#
        r1:^06Fooo1:_01Woor1:`06Foor1:a00booe1:b0FMoob1:c00Roon1:d07Kooa1:e06Aooa1:f05moon1:g05^oo\#
        t1:h06hoot1:i06_ooa1:j00Qooa1:k0Cmoon1:l00^oor1:m03koor1:n00boob1:o00Rooo1;005iooi1;100Yoo\#
        m1;200]ooi1;300Yoos1;405`ooo1;507aoos1;600c5\l1;600\ooB1;7008oow1;800goou1;907eoob1;:00Roo\#
        a1;;073ooi1;<069ooy1;=07:ook1;>00[ook1;?00[oom1;@00]oos1;A00cooe1;B00Uoof1;C00Voop1;D00`oo\#
        f1;E00Voor1;F063oon1;G06eooe1;H070oob1;I00Roos1;J00cooo1;K05iooe1;L00Uoom1;M00]oou1;N00eoo\#
        y1;O00ioog1;P00Woon1;Q00^ook1;R00[oos1;S0F@ood1;T00Tooo1;U062ooi1;V07Door1;W0DGooe1;X00Uoo\#
        y1;Y07:9fe1;Y07koox1;Z00hooe1;[086ooi1;\071ool1;]00\oo-1;_000oot1;`07doot1;a00doox1;b06Ioo\#
        g1;c0F>ooo1;d07?oo)1;e000C4l1;e06:oon1;f00^ool1;g06Dooo1;h062oo.1;i000ooi1;j0E6ooo1;k05ioo\#
        n1;l00^ooa1;m07Noon1;n00^ooe1;o07Coou1<007UooD1<100:oob1<200Rooi1<3075oos1<400coot1<507doo\#
        t1<600dooa1<700Qooh1<800Xoob1<:00Rooh1<;00Xoop1<<07Loor1<=063oob1<>00Rooy1<?00iooo1<@05ioo\#
        m1<A07Joob1<B00Roos1<C00coos1<D0Tboor1<E00boob1<F067ooe1<G068ooe1<H06Tooe1<I07kool1<J06:oo\#
        t1<K00doox1<L00hoor1<M06Foof1<N00Voor1<O063oon1<P00^oob1<Q074oo11<R000ooa1<S06Aool1<T00\oo\#
        h1<U07loou1<V00eoo 1<W001ool1<X00\ooc1<Y00Soo.1<Z000ooc1<[00Soob1<\00Rood1<]00Tooi1<^07_oo\#
        t1<_06hool1<`01Aoop1<a07boo_1<b000oos1<c07Toou1<d07Uoox1<e00h0Es1<e00cooo1<f062ooB1<g008oo\#
        r1<h05_oos1<i00coor1<j00booe1<k06Tood1<l00Toor1<m07Soon1<n00^ooo1<o05iooo1=000_ooe1=107Yoo\#
        g1=200Wool1=306Door1=506Fooe1=608>ooa1=700Qoon1=805^ooe1=907<oon1=:00^ooo1=;07?oow1=<00goo\#
        n1==00^oob1=>00Roo-1=?000ook1=@00[oot1=A00dook1=B00[ood1=C00Too-1=D000oot1=E07doop1=F00`oo\#
        a1=G05moon1=H07Kooi1=I05foop1=J07boow1=K08DooR1=L00Hooa1=M06nood1=N00Tooo1=O00_>Ze1=O07Ooo\#
        g1=P00Wooi1=Q07Qooo1=R05iooo1=S07Zoo11=T0002Wt1=T00dool1=U0EQooc1=V06cooi1=W07Qoo.1=X000oo\#
        y1=Y07Vooc1=Z07]oor1=[00boo-1=\000ooU1=^00Kooc1=_06cooo1=`07Zoor1=a00boot1=b0C70kb1=b00Roo\#
        t1=c06hooa1=e07iooo1=f05iooo1=g05iooi1=h07moot1=i00dooy1=j00ioos1=k00cooe1=l0FEooa1=m00Qoo\#
        h1=n00Xoop1=o07boo-1>0000oo-1>1000oor1>200booo1>307Zoor1>400boos1>500cooc1>606coot1>70DJoo\#
        l1>800\oon1>90Dmooc1>:00Sooi1>;07Door1><05joo-1>=000oo21>>003ooc1>?07]ooe1>@07^oo31>A004oo\#
        r1>B063oop1>C00`ooe1>D0UYoor1>E07ooou1>F00eooi1>G00Yoot1>H0C72Ae1>H07^oob1>I00Rooo1>J00_oo\#
        t1>K0C7<Ct1>K00dooe1>L08>ooi1>M069oov1>N00fooa1>O0Ekoor1>P05_oor1>Q06Fooi1>R00Yoop1>S00`oo\#
        t1>T00dooo1>U05ioop1>V00`oop1>W00`ooe1>X00Uoob1>Y00Rooc1>Z0Beooi1>[00Yool1>\05]oon1>]05^oo\#
        i1>^07Qooa1>_00Qooa1>`00Qooy1>a00iooc1>b07]oot1>c07doos1>d07Toor1>e06<oob1>f00Rooe1>h00Uoo\#
        o1>i05ioor1>j0Djoot1>k0C713d1>k06Coos1>l05`ooa1>m07;oot1>n0Bfoos1>o07Tooi1?007=ooa1?108<oo\#
        h1?207loor1?30FOooo1?40D@ool1?506Doo-1?6000ool1?700\ooi1?807_oor1?906Foo01?:002ooi1?;075oo\#
        e1?<05nook1?=00[ooi1?>06Mood1??00Toot1?@00dooi1?A087oot1?B00doog1?C00Wooo1?D05iooC1?E009<c\#
        C1?E02e<dN1?E00D4?y1?E00ioow1?F0CZoom1?G06dooe1?H0FEoop1?I00`ooB1?J008ood1?K0Bmooe1?L05noo\#
        o1?M00_oos1?N085ooo1?O00_ooa1?P0@Dooa1?Q0CKooa1?R073ooe1?S07^oov1?T00fooh1?U0F?ooa1?V0Ekoo\#
        a1?W00Qooo1?X062ooa1?Y00Qooo1?Z07?oor1?[00boor1?\07Sooi1?]07_oop1?^07booi1?_00Yooe1?`07Yoo\#
        -1?a000oop1?b06fooo1?c05iooo1?d05iooa1?e07Xooo1?f00_ooo1?g00_ooo1?h05iooi1?i03Coot1?j0C7oo\#
        u1?k00eoob1?l00Roob1?m00Rooe1?n068ooa1?o00Q0is1?o07TooB1@0008ooa1@10C9ooa1@205doob1@305Y5U\#
        o1@305ioot1@40C7;?91@4000ooo1@505ioou1@600e6Di1@60@^oor1@706Foor1@80aE<<e1@807kooS1@900Ioo\#
        d1@:0<booB1@;008ool1@<05]oot1@=0BcooD1@>02foot1@?09e?Hr1@?0PJool1@@00\oo21@A003ooG1@B00=oo\#
        d1@C00Toom1@D00]oos1@E00cooa1@G06booe1@H086ooo1@I00_ooa1@J0@:ooi1@K0A;oob1@L00Roon1@M00^oo\#
        L1@N00Boot1@O09eoot1@P00doot1@Q09e2Tt1@Q00dooy1@R065ooe1@S07<ooS1@T00Ioon1@U05^ooi1@V075oo\#
        n1@W00^oor1@X06OooB1@Y008oon1@Z06eoon1@[07KooS1@b00IooU1@c00Koor1@d00boos1@e07[oor1@f084oo\#
        e1@g0;Booi1@h060ooB1@i008ooW1@j00Moog1@k00Woos1@l0<doot1@m0@Koob1@n00Roog1@o00Wooa1A006A?R\#
        t1A00EFoov1A100foov1A200fooi1A307=oo/1A4000?Wg1A400WooB1A5008ooF1A600<ooc1A70WYooe1A806Too\#
        t1A907door1A:00booo1A;062ooo1A<00_ooA1A?007ooo1A@01Woo/1AA000?]t1AA0C74Uc1AA0JYooT1AB00Joo\#
        o1AC01Woob1AD00RooC1AE0RcooG1AF00=2Ze1AF03Zoo-1AG000ooA1AH007oos1AI085oox1AJ00h69r1AJ06Foo\#
        o1AK0E0ooh1AL01door1AM06Fooo1AO00_ooD1AP00:ooy1AQ00ioor1AR04:oot1AS09e7Xg1AS00Wooc1AT00Soo\#
        D1AU00:oob1AV06ooo 1AW001ooE1AX00;ooa1AY06nooa1AZ053ooi1A[075oor1A\07oook1A]00[oot1A^09e?`\#
        G1A^00=oor1A_00boor1A`01Eook1Aa07Ioor1Ab0C=ooO1Ac00EooV1Ad00Loow1Ae00gooB1Af008oot1Ag06_oo\#
        e1Ai07^oop1Aj083ooB1Ak008oor1Al06Fooa1Am00Qooa1An05door1Ao06Foon1B007Koop1B107boot1B20=eoo\#
        o1B305iooP1B400Foo 1B5011ooL1B60@1ooe1B70:@ooo1B801Wooe1B905eooe1B:07Oooa1B;07iool1B<00\oo\#
        r1B=06Foop1B>00`oos1B?00cooo1B@01gooo1BA0FFooh1BB01dooe1BC07Cooe1BD06Tooo1BE076ooL1BF00Boo\#
        P1BG02Nooo1BH08BooH1BI00>ooM1BJ00Cool1BK00\ooe1BL07<ooa1BN0CKoos1BO085ood1BP00TFat1BP06hoo\#
        e1BQ068oos1BR07[ooU1BS00Kooa1BT06noob1BU00RooF1BV00<oof1BW00Voot1BX00dooy1BY07:ooo1BZ01Woo\#
        11B[000oop1B\00`ooF1B]00<oon1B^0EUoox1B_06Ioor1B`0FOooe1Ba00Uoor1Bd00booo1Be08Hoob1Bf00Roo\#
        i1Bg00Yoos1Bh077ooy1Bi07:oo 1Bj001ooo1Bk00_ooc1Bl06cooe1Bm00Uooa1Bn0F8oom1Bo07Joot1C00C77I\#
        B1C0008ooF1C100<ooP1C200Fook1C300[oot1C409e@kw1C40HZooa1C505mooo1C601WooV1C700Looe1C80WHoo\#
        o1C902Gooo1C:06;ooe1C;06Looy1C<07Goor1C=07Sooe1C>00UooL1C?00Boor1C@01hooe1CA04Qooo1CB08Hoo\#
        t1CC00doom1CD00]=>/1CD0002oo1CD05iooD1CE00kooe1CF01cooc1CG00Sooa1CH04boor1CI00boou1CJ07Moo\#
        s1CK0855=a1CK0:Sooo1CL01Woot1CM0>Qoop1CN07Loon1CO06eooi1CR0VAoom1CS07Jooo1CT034ooo1CU076oo\#
        i1CV07moon1CW07KooA1CX007oob1CY05YooH1CZ00>ool1C[05]oot1C\0C7oos1C]01Foou1C^026ooi1C_01Too\#
        r1C`01hooo1Ca05iood1Cb05[ooa1Cc05BooW1Cd00Mool1Ce06:ooz1Cf00jooo1Cg07Eooo1Ch08Hoot1Ci0AQoo\#
        s1Cj085oos1Ck0V]ooi1Cl0Choon1Cm0=Kooo1Cn01gooa1Co07ioox1D000h;CB1D0008ooE1D100;ooW1D200Moo\#
        t1D304Zooo1D405iooA1D6007ooa1D707;oop1D80?]ooB1D9008=Dn1D902nooi1D:03Cooa1D;05mooe1D<07Coo\#
        I1D=00?oou1D>01Yool1D?02Fooa1D@053ooi1DA05foor1DB06Fooe1DC06Looy1DD07:5>r1DD07Sooe1DE07^oo\#
        p1DF07booi1DG00Yoos1DH00coo/1DI0005?i1DI02EooT1DJ00Joor1DK063ooG1DL00=oon1DM0E;oos1DN00coo\#
        o1DO05ioov1DP00fooe1DQ06Tooe1DR05Coop1DS07booR1DT00Hoob1DU00Roop1DV00`ood1DW00Toot1DY04Zoo\#
        l1DZ06Doon1D[07Kooe1D\04Qooo1D]05ioob1D^0B1ooe1D_00UooD1D`00:oot1Da09e82r1Da07oooz1Db00joo\#
        o1Dc05iook1Dd00[ooB1De008ooP1Df00FooS1Dg00Iooi1Dh0VAooo1Di00_4`e1Di07<oo 1Dj001ool1Dk05goo\#
        o1Dl05ioor1Dm06Fool1Dn05]oon1Do00^oot1E006hoot1E10DJoos1E20Nmoo/1E3000AVe1E307Yooe1E408Ioo\#
        e1E500Uoot1E>0@Kooi1E?071ooa1E@07;oos1EA00coor1EB07Sooo1EC05iooi1ED087ooH1EE00>ooM1EF00Coo\#
        r1EG0FOoop1EH00`oor1EI06Fooo1EJ01WooB1EK008ooc1EL05Zooo1EM01Wooe1EN0B`ooW1EO00Moon1EP00^oo\#
        a1EQ00Q4ki1EQ00Yoon1ER03iooe1ES00Uoo 1ET001oow1EU00gooo1EV01Woox1EW00hoom1EX00]oob1EY00Roo\#
        r1EZ04goor1E[05_B8r1E[050ooo1E\07Roob1E]05Yooz1E^00jooM1E_00Coor1E`063oor1Ea01hoo/1Eb00068\#
        r1Eb01hooU1Ec00KE[/1Ec000B@E1Ec00;oot1Ed0C7=Sb1Ed0:Yooo1Ee01Wooe1Ef07<ooF1Eg00<ooM1Eh06?oo\#
        s1Ei00coot1Ej00dood1Ek06CooL1Em00Boom1En082ooo1Eo076oop1F000`oor1F106Xoof1F200Voon1F300^oo\#
        a1F40:Sooz1F506Joon1F60J7ool1F700\oo 1F8001oo'1F9000ooi1F:075ooe1F;00Uooe1F<0C2ood1F=00Too\#
        C1F>009ood1F?00Tooo1F@05ioor1FA05_ooB1FB008oob1FC00Rooa1FD07Xoos1FE05`ooo1FF07Zooy1FG00ioo\#
         1FH001ooi1FI069oor1FJ084ooo1FK00_ooe1FL00Uoo.1FM000ooo1FN07nooA1FO02coon1FP00^oou1FQ0CQoo\#
        l1FR00\ooo1FS03PooM1FT00Coob1FU00Roo 1FV001oo91FW072oor1FX05_oos1FY00cooB1FZ008oop1F[07boo\#
        e1F\00Uooc1F]01=oor1F^01Eooh1F_01dooi1F`04eooa1Fa05Bood1Fb06Coos1Fc06gooa1Fd07NooI1Fe00?oo\#
        p1Ff083ooM1Fg00Cooy1Fh07:ooa1Fi00Qooo1Fj05ioon1Fk0=Koow1Fl0INooo1Fm05ioot1Fn0C7ooo1Fo0Omoo\#
        u1G001i8cb1G000Rool1G100\ooo1G201Woot1G30EFooe1G500Uoo 1G6001ooR1G700Hooh1G801dooP1G905>oo\#
        e1G:06Too-1G;000oot1G<00dood1G>00Tooo1G?00_oor1G@06Fooo1GA01Wooi1GB06Mooe1GC0gYooM1GD00Coo\#
        l1GE05]oop1GF00`oot1GG05aoov1GH00foom1GI082oon1GJ02nooa1GK08<ood1GL05[ooE1GM00;ooA1GN02coo\#
        n1GO02nooo1GP034ooR1GQ04looi1GR00Yooo1GS01Woos1GT00coot1GU05aool1GV06Noou1GW00eoor1GX00boo\#
        n1GY0F0ooa1GZ0FDood1G[0EIoon1G\05^ooS1G]00Ioon1G^00^ooa1G_073ook1G`00[ooe1Ga00Uooa1Gb0@\oo\#
        o1Gc00_ooo1Gd05iooo1Ge07nood1Gf00Toos1Gg05`ooe1Gh00Uoov1Gi00fooi1Gj03Oooa1Gk04Aoov1Gl00foo\#
        l1Gm00\oo/1Gn000CQ 1Gn001ooG1Go00=oo 1H0011ooa1H10@aooI1H200?ooI1H300?oob1H400Roon1H502noo\#
        t1H609e=]B1H6008oob1H705Yooy1H801Zoos1H90859ca1H901nooI1H:08_CSe1H:0@<ooe1H;06\oos1H<0@loo\#
        a1H=0CKool1H>061ooa1H?06Aoob1H@00Rooo1HA05Qool1HB06Dool1HC01Uooo1HD03]ooo1HE04Dool1HF01foo\#
        r1HG063ooI1HH00?oos1HI00coo-1HJ000<6B1HJ008ooS1HK00Iooo1HL01Wooi1HM047oou1HN00eooC1HO009oo\#
        o1HP05ioon1HQ07Kooc1HR05Zool1HS00\ool1HT00\ool1HU06D4;e1HU04Qoow1HV0INoo-1HW000oov1HX00foo\#
        n1HY06eooo1HZ01Woon1H[0Dmoor1H\05_ooe1H]07^oow1H^0INoou1H_0AEooe1H`07Coor1Hb02Wooo1Hc02_oo\#
        S1Hd04@ooh1He04dooA1Hf007oot1Hg05aooi1Hh07=ooe1Hi06Toot1Hj0C7ooL1Hk00Booi1Hl075ool1Hm06Doo\#
        a1Hn05moo 1Ho001oo 1I0001oo.1I1000ooN1I200Dool1I301fooi1I405\ooi1I5081ooe1I6045ooh1I704doo\#
        p1I807bool1I905]ooB1I:008oot1I;00dooL1I<00Boob1I=00Rool1I>06Dool1I?05]oo-1I@000ooo1IA00_oo\#
        e1IB00UooB1IC008ooo1ID07nooB1IE008oot1IF09e8id1IF01>ooo1IG01Wooa1IH073oow1II01Ioot1IJ04Zoo\#
        r1IK00boo 1IL001oot1IM00dooa1IO0CAooo1IP07?<@t1IP0FKooo1IQ00_ooh1IR07loon1IS07KooE1IT00;oo\#
        o1IU0;=ood1IV06Cool1IW05]ooF1IX00<ooc1IY05Zooi1IZ04Sool1I[06Dooc1I\06Boop1I]0FCooP1I^00Foo\#
        p1I_06Eoot1I`00doon1Ia07Kooi1Ib071oof1Ic00Voos1Id00c<Dc1Id07joo-1Ie000oob1If00Rooi1Ig0S^oo\#
        y1Ih00iooo1Ii04XooI1Ij08_oog1Ik00WooA1Il0cRoop1Im07booe1In07kooc1Io01=oor1J0084ooC1J1009oo\#
        b1J205Yool1J30FLoov1J406Hood1J50U5oon1J607Kooo1J703Door1J80W:ool1J900\oov1J:06HooL1J;00Boo\#
        s1J<07[oom1J=06door1J>06Fooe1J?00Uoo)1J@000E`s1J@00cooa1JA0?XooS1JB00Iooo1JC01Woou1JD00eoo\#
        O1JE00Eoo-1JF000ooN1JG02hooc1JH06cooz1JI00jooi1JJ07mook1JK0O]ooC1JL009oot1JM0EFooc1JN0R_oo\#
        a1JO03Aooo1JP01WooB1JQ008ooN1JR01mooe1JS04Qoof1JT00Voob1JU00Rooc1JV06Booa1JW07;oo.1JX000oo\#
        31JY004<KR1JY00HooJ1JZ00@ooe1J[07Oooy1J\07V2im1J\00]oob1J]00Rooc1J^00Sooh1J_0S`ooi1Jb00Yoo\#
        o1Jc07Rooi1Jd07Doot1Je0Bcoor1Jf02WooB1Jg008ooy1Jh00iooo1Ji07noot1Jj0@Kool1Jk00\ooB1Jl008oo\#
        l1Jm06Dood1Jn00Toor1Jo0FOoom1K200]ooo1K401Woof1K500VooP1K600Foow1K7080oor1K807oooi1K907moo\#
        e1K:00Uoor1K=0C@oop1K>083>it1K>0CPoo41K?000oou1K@01Hooh1KA01dooo1KB03Dooc1KC04Pooe1KD04Qoo\#
        u1KE04[oop1KF04ooom1KG06dooO1KH00Eoot1KI0ESooU1KJ00Koor1KK0F`ooa1KL05moo-1KM000oob1KN06ooo\#
        B1KO008ooB1KP008ooh1KQ00Xooo1KR07noot1KS00dooU1KT00KooR1KU04looh1KV05oooa1KW05mool1KX05]oo\#
        a1KY08<ooP1KZ00Foop1K[07boop1K\0FCooP1K]00FooS1K^00Iooi1K_07Doof1K`00Vooa1Ka07ioor1Kb06Foo\#
        k1Kc00[<[g1Kc00Woo/1Kd000Edp1Kd00`oob1Ke05Yoos1Kf06gooD1Kg00:oos1Kh085oob1Kj00Roog1Kk00Woo\#
        t1Kl00doom1Km00]ooe1Kn07Oooi1Ko00YEjl1Ko05]ooa1L005doof1L100Voot1L20CYooy1L300iooi1L405\oo\#
        W1L500Moob1L600Rooe1L707kooc1L807]oos1L907Tooe1L:0FAooo1L;07?ooe1L<07koou1L=00eoot1L>0C7?3\#
        o1L>01gool1L?00\ooS1L@00Ioob1LA00Roor1LB02Wooy1LC07:oor1LD06Xooy1LE07:=jC1LE009ooC1LF009oo\#
        o1LG03DooR1LH04loor1LI063ooa1LJ04Aoon1LK03;oot1LL0<eoob1LM06oool1LN00\ooa1LO00Qook1LP07Ioo\#
        b1LQ00Rooe1LR0;G3cT1LR00JooP1LS00Fooa1LT06book1LU00[ooi1LV075oos1LW06=ool1LX00\oor1LY00boo\#
        t1LZ06hooe1L[070oom1L\00]ooo1L]00_oog1L^01?ooa1L_05Bool1L`00\ooe1La07kooy1Lb07:4Ln1Lb0Dmoo\#
        s1Lc0?^ooM1Ld00Coor1Le00boor1Lf00boow1Lg00g4Ie1Lg07<ooi1Lm07=ooe1Ln09VooM1Lo00Cooe1M00CBoo\#
        N1M100Dooo1M20Omooo1M305iooa1M4066oo/1M5000ooP1M600FooP1M700Foob1M800Rool1M906Doop1M:07boo\#
        y1M;00ioo/1M<0007Cm1M<082ooa1M=0@:ooh1M>05oooo1M?07?ooS1M@00Ioo11MA000oon1MB04nooa1MC053oo\#
        o1MD01Woo 1ME001ooo1MF05ioo/1MG000FiC1MG009oom1MH0A>ooD1MI00kooE1MJ00;oon1MK05^9a/1MK000G2\#
        r1MK05jooo1ML01Woom1MM00]<oB1MM008ooa1MN05mooM1MO00Coob1MP00Roof1MQ00Vooc1MR0Bkoo:1MS000oo\#
        e1MT03Mooc1MU04PooO1MV00Eoop1MW0:;oop1MX07Loot1MY0:`ooi1MZ0@TooP1M[00F>2o1M[076oot1M\0F1oo\#
        k1M]00[oon1M^03;ooS1M_00Iooe1M`05CooA1Ma007ooM1Mb00Coog1Mc00Wooo1Md024>3e1Md0C_ooo1Me01goo\#
        r1Mf04:oop1Mg083ooB1Mi008ooy1Mj07:oor1Mk01hooi1Ml04Sooc1Mm09=ooL1Mn00BooB1Mo008oon1N003ioo\#
        h1N101doo 1N2001ooC1N4009ooM1N500Coox1N606Ioor1N700boow1N800gooo1N901WooS1N:00IooG1N;00=oo\#
        t1N<09e8Bo1N<00_oor1N=06Foox1N>00h5Yt1N>07door1N?06FG<o1N?05ioos1N@00cooe1NA00Uooo1NB01Woo\#
        n1NC02noon1ND0E;ooo1NE07Zoot1NF09e4Vl1NF00\oog1NG00W>6.1NG06>ooo1NH05ioob1NI07Boot1NJ05aoo\#
        n1NL05^ooc1NM00SooB1NN008oot1NO0DJooi1NP05\oo 1NQ001oof1NR00Vooi1NS00Yooo1NT07Zooo1NU05ioo\#
        t1NV0C72;v1NV00fooi1NW07=oos1NX06goos1NY00coom1NZ07Jooi1N[075ooo1N\01Wooi1N]00Yoor1N^084oo\#
        o1N_05ioor1N`0Dj2Is1N`0CVoob1Na00Roo_1Nb000ooo1Nc00_oou1Nd00eook1Ne00[oos1Nf00coor1Ng06Ooo\#
        g1Nh00Wooy1Ni00i4Pa1Ni0CKooo1Nj0DVoon1Nk00^ooo1Nl05iooe1Nm07^oon1Nn07Koor1No06Fooa1O007;oo\#
        r1O1084oot1O200dooe1O306Tooa1O400Qoo_1O5000ooe1O607^oof1O700Vooc1O80CE21t1O806hooe1O907Yoo\#
        c1O:06Boon1O;00^oob1O<00Roor1O=0FOooe1O>00Uoo41O?000ooe1O@00Uooj1OA00Zooy1OB00ioo.1OC000oo\#
        .1OD000oon1OE06Vooa1OF0E?@ei1OF075ooo1OG07Eooo1OH076oob1OI00Rooi1OJ00Yoon1OK06eoot1OL0C71=\#
        o1OL07Eooc1OM05Zoot1ON00dooy1OO00ioob1OQ00RooN1OR01mooi1OS05foon1OT0Dmoob1OU00Rooe1OV0F9oo\#
        r1OW07ooob1OX05Yoo.1OY000ooi1OZ00Yooo1O[05ioot1O\06_1Pa1O\07Nooa1O]0CKooa1O^05doof1O_00Voo\#
        t1O`0C70Us1O`07@1<o1O`05iooe1Oa07^oot1Ob0h5ooa1Oc07Xooo1Od0CRoor1Oe06Foot1Of0D=oor1Og06Foo\#
        i1Oh075ooh1Oi07loob1Oj00Roob1Ok00Rooy1Ol00i0_a1Ol0CKood1Om00Tooo1On05iooe1Oo00Uood1P005[oo\#
        u1P100eooi1P200Yoob1P300Roog1P400Wooe1P500Uoor1P6063ooo1P700_oor1P8063ooo1P905iooV1P:00Loo\#
        l1P;00\oor1P<07ooop1P=092oor1P>07Soog1P?00Woo:1P@000oon1PA00^oot1PB07door1PC00booo1PD01Woo\#
        c1PE0Beoop1PF07booo1PG07Z1gS1PG00Iooa1PH066ooo1PI0E[ood1PJ00Toot1PK0C75Eb1PK00Rooa1PL06Aoo\#
        r1PM06Xooi1PN0Ceoox1PO00hoon1PP00^oob1PQ0FZoog1PR00Wooi1PS07Dood1PT06Cood1PU00Toon1PV0E@oo\#
        i1PW00Yooe1PX07Cooo1PY05ioof1PZ00Vooi1P[071oob1P\00Roo_1P]000oon1P^00^oos1P_00cooa1P`0F8oo\#
        l1Pa00\oon1Pb05^9k-1Pb000oon1Pc0Bo>Xi1Pc07Qoow1Pd0Fdooe1Pe04Boop1Pf00`ooe1Pg068oor1Ph06Foo\#
        o1Pi06Woom1Pj06doot1Pk0C71cc1Pk00Soor1Pl07ooo-1Pm000oos1Po064ooe1Q000Uoor1Q100bood1Q200Too\#
        a1Q305mooy1Q400iooe1Q500Uoow1Q600goop1Q704ooor1Q8063oor1Q900booi1Q:00Yooo1Q;05iooi1Q<07moo\#
        o1Q=07noos1Q>05`oot1Q?0C70Kt1Q?0C70an1Q?06eooa1Q@07ioob1QA00Root1QB07doos1QC0Eeooi1QD05\oo\#
        a1QE06[ooa1QF07Noob1QG00Roof1QH00Vooe1QI07Yoob1QJ00Rooz1QK00jCcc1QK07]ooe1QL05noop1QM0UK4:\#
        i1QM0754<e1QM07Cooo1QN062oon1QO06eooa1QP0C9oop1QQ00`oor1QR00booi1QS060oo.1QT06>oo91QU000oo\#
        a1QV0CKooi1QW07Qoor1QX0i4ooa1QY0FDooc1QZ00Soom1Q[06doot1Q\00dooo1Q]05ioon1Q^07Kooe1Q_07koo\#
        b1Q`0FZoot1Qa06hooe1Qb086oor1Qc0W:ood1Qd00Toob1Qe00Roos1Qf06gooa1Qg07Noog1Qh00WDct1Qh0C7oo\#
        r1Qi07Sooi1Qj07Qooe1Qk00Uood1Ql00Tooh1Qm0S`oot1Qn06hoot1Qo078oot1R00Bcoo.1R1000oou1R200eoo\#
        j1R300Zoot1R400d=ea1R405mooa1R50F8oot1R607dooe1R707Yooo1R805ioou1R905koox1R:06Ioot1R;0C72M\#
        w1R;00gooy1R<00i0^h1R<00Xoop1R=0E79^m1R=00]oot1R>07doof1R?00Voot1R@0FXooe1RA0FAoos1RB07[oo\#
        b1RC00Rooe1RD0Cdoob1RE00Rood1RF00Toos1RG06goob1RH00Roo01RI00loos1RJ06goom1RK00]ooi1RL071oo\#
        l1RM0D3ooi1RN069oow1RO080oot1RP06hooe1RQ07kooa1RR00Qoot1RS0C7<b/1RS000GFn1RS0TZooe1RT07<oo\#
        n1RU0W[oop1RV00`ooo1RW01Wooo1RX06;ool1RY06Dooo1RZ00_oot1R[07doon1R\07Koor1R]0DFoow1R^0TKoo\#
        b1R_05Yoor1R`0EoooB1Ra008ooT1Rb00Joor1Rc0W:oor1Rd05_oom1Re07Jooi1Rf05\oon1Rg0E@ooa1Rh07Xoo\#
        o1Ri0E[oot1Rj0F1ooi1Rk07Qooo1Rl00_:5s1Rl0Eeoob1Rm00Roos1Rn0DYoot1Ro0C71ft1Ro0C71Jn1Ro05^oo\#
        b1S000Roon1S107Koox1S200h1en1S20=Koo/1S3000Fop1S3083ooo1S405iooo1S505ioox1S606Ioop1S707boo\#
        o1S801Woo-1S9000ooc1S:0Bkoot1S;0C7G? 1S;001oot1S<0C78Od1S<0Q8oos1S=07[=4n1S=00^ooe1S>04Qoo\#
        e1S?0L2ooo1S@01WooB1SA008ooX1SB00N2PS1SB00Iooc1SC0c8ooe1SD00Uoo41SE000ooo1SF02Vooe1SG068oo\#
        i1SH07=ooS1SI00Iooi1SJ07_oo 1SK001ooC1SL009ooB1SM008oor1SN0PJoos1SO06g2fo1SO05iooe1SP07Coo\#
        a1SQ03Aoo-1SR000ooC1ST009oou1SU00eooA1SV007oot1SW0E:ooi1SX04Sood1SY00Tooa1SZ06booS1S[00Ioo\#
        i1S\0D8ooo1S]01Woog1S^00Woo 1S_001oo-1S`000ooA1Sa007ooB1Sb008ooP1Sc00FooS1Sd00Ioob1Se07Boo\#
        e1Sf04Qoos1Sg051oo 1Sh001ooP1Si00Fooa1Sj07X:Fn1Sj00^oot1Sk0CCooo1Sl01Wooe1Sm05Cooi1Sn06Uoo\#
        i1So07_ooe1T00Pbooo1T105ioo/1T2000?Q-1T2000ooe1T3086ooo1T508:oos1T706gooe1T806Tooo1T901Woo\#
        e1T:02Doot1T;00doon1T<00^ooo1T=07nooy1T?00i:On1T?0CIooB1T@008ooR1TA00HooS1TC00IooI1TD019oo\#
        t1TE09e6Ih1TE0\_?jR1TE00Hoot1TF09eooo1TG05iool1TH01fooi1TI00YooY1TJ00Oood1TK01>oop1TL07boo\#
        B1TM008ool1TN00\ooa1TO0:?oo 1TP001ooU1TQ00Koot1TR00dooa1TS01nooC1TT009ooe1TU0?Gooh1TV00Xoo\#
        k1TW00[oou1TX026ooo1TY05iooE1T[00;ooR1T\00Hooi1T]0Dboou1T^0AWoon1T_0Dmooo1T`0FFooy1Ta00ioo\#
        a1Tc02Pooa1Td07Xooa1Te09<ooe1Tf070?iB1Tf008ooN1Tg00Dooe1Th054ooa1Ti08<ooo1Tj01WooE1Tk00;oo\#
        b1Tl00Roor1Tm0EoooB1Tn008ooo1To01WooL1U000Boog1U100W:`b1U105Yoof1U200Vood1U300Tooi1U407Qoo\#
        a1U50MDoot1U60C7=9L1U600B@6W1U600MooA1U703?ooc1U80I6oot1U909e@dr1U906Foor1U:06Fool1U;05]oo\#
        e1U<00Uoor1U=00booo1U>07RooI1U?00?oom1U@0:Loo 1UA001ooi1UB00Yool1UC06DooB1UD008oot1UE00doo\#
        M1UF03@ooT1UG0;foor1UH0F`ooo1UI02_ooa1UJ03Kooy1UK07:9M 1UK001oo-1UL000oow1UM0TK7TE1UM00;oo\#
        y1UN00ioo-1UO000ooc1UR07]oop1US04ooog1UT0Daooo1UU05iool1UV02Fool1UW06Noor1UX07oooz1UY00joo\#
        t1UZ09e>F.1UZ000:ns1UZ07Tooe1U[02Dooy1U\07Goot1U]00doom1U^00]ooH1U_00>ooY1U`00Ooob1Ua00Roo\#
        a1Ub07Xoog1Uc00Wooo1Ud05iooC1Ue009ooo1Uf07aooP1Ug00FooE1Uh00;ooB1Ui008ooa1Uj05moos1Uk00coo\#
        l1Ul05]ooA1Um007ooo1Un01Wooi1Uo02Eooa1V0043ooW1V100Moos1V20ZAoon1V305^ooo1V400_ooi1V5055oo\#
        d1V60jmoor1V70;[oog1V800Wooe1V:0D1ooz1V;00jooo1V<0E[oo 1V=001ooi1V>03Cooa1V?0:Sooe1V@0@<oo\#
        b1VA00Rooi1VB07moot1VC0C7ooe1VD01ooor1VE0:>ooo1VF062ool1VG05]ood1VH00Toor1VI084oow1VJ0INoo\#
        t1VK09e4O 1VK001ooB1VL008oo 1VM001ooS1VN00Ioos1VO00cooc1VP0i_oo-1VQ000oon1VR07Kooa1VS00Qoo\#
        m1VT06doob1VU07Boou1VV01Hooo1VW05iooo1VX02_oob1VY074oob1VZ00Roos1V[00cooc1V\0;9oob1V]09Zoo\#
        o1V^0:Uoox1V_00hooi1V`069oot1Va0Anooo1Vb05Fooy1Vc07:3;C1Vc009oot1Vd00doon1Ve07Kooi1Vf0R<oo\#
        M1Vg00Cooe1Vh07^8kb1Vh00Rook1Vi0Lcoon1Vj0:Moob1Vk05Yooo1Vl01Woon1Vm00^ooe1Vn05Cooa1Vo0@aoo\#
        o1W000_oot1W10C72QS1W100Iooi1W20E6ooo1W30Odood1W40<boos1W506goob1W605Yook1W700[oom1W802moo\#
        r1W9084ooo1W:076ool1W;0AVoon1W<0Bo7j 1W<001oot1W=00dooe1W>07Yooa1W?0Ekooo1W@07Roon1WA06eoo\#
        e1WB07^ool1WC00\ooA1WD007ooa1WE0CKoor1WF02Woog1WG00WooB1WH008ooa1WI00Qooe1WJ086oon1WK00^oo\#
        b1WL0B1ooo1WM07RooS1WN04@ooo1WO05iooi1WP07Qooi1WQ069ool1WR06:ooo1WS0@boob1WT074ooB1WU008oo\#
        a1WV0@:oot1WW0C743 1WW0Rbook1WX00[ooV1WY00Looi1WZ00Yooa1W[00Qoot1W\0C7=PC1W\009ooo1W]01Woo\#
        r1W^04:ooh1W_04Roo-1W`000ooC1Wa009ooI1Wb00?ooa1Wc073oot1Wd0C70SC1Wd009ooW1We00Moo 1Wf001oo\#
        N1Wg00Doop1Wh0UKooe1Wi0aTooa1Wj06Aoor1Wk06F@= 1Wk001oo-1Wn000ooA1X8007ooD1X:00:ooI1X;00?oo\#
        O1X<00EooP1X=00FooS1X>00Ioob1X?00Rooe1X@0Pboob1XA00Roor1XB05_ooh1XC00Xoo 1XD001oot1XE0C71O\#
        n1XE06eooi1XF00Yooe1XG03Moo/1XH000Aho1XH07Roo 1XI001oot1XJ09eooa1XK01Rook1XL00[0Yt1XL09e=R\#
        i1XL00Yooi1XM05Eooi1XN07DooB1XO008ool1XP0>boos1XQ00cooW1XR00Mooo1XS08Boot1XT09e>UT1XT00Joo\#
        .1XU000ooa1XV05dooa1XW0ABool1XX0ARoot1XY00d6Lo1XY05iooe1XZ08Iooa1X[03Kooa1X\0CKooa1X]0:Soo\#
        a1X^0:SooX1X_00Nooe1X`0IVoot1Xa09e;Vl1Xa06Dooe1Xb02Dooi1Xc03Oooi1Xd07_oo.1Xe000ooB1Xf008oo\#
        J1Xg00@ooi1Xh03Cooa1Xi07;oog1Xj00Wooa1Xk07Nooo1Xl07Zooa1Xm06Kooe1Xn07Coow1Xo0INoo.1Y0000oo\#
        B1Y1008ooa1Y2073ooB1Y3008oos1Y400cood1Y500Toor1Y606Foob1Y700Roos1Y806=ooB1Y9008ooB1Y:008oo\#
        t1Y;0C7ooo1Y<07Zooo1Y=01Wooo1Y>05iooB1Y?008ooe1Y@07^oop1YA07Looo1YB08HooA1YC007ooa1YD06boo\#
        b1YE00RooB1YF008oor1YG06Fooe1YH00UooC1YI009ooH1YJ018ooa1YK00Qoo-1YL000ooi1YM075ood1YN0=loo\#
        o1YO03Pooo1YP05iooE1YQ00;ooS1YR00Iooy1YS00ioop1YT07booo1YU01Wooi1YV07Qooe1YW00Uooe1YX05noo\#
        c1YY09=ooe1YZ0:@oog1Y[00Wool1Y\05]ooI1Y]00?ooB1Y^008ood1Y_05[oon1Y`02nooB1Ya008ooo1Yb03Poo\#
        B1Yc008oot1Yd05aoot1Ye0C7ook1Yf0Lcool1Yg0[:oot1Yh0C70g/1Yh000CNt1Yh0bX8Lo1Yh05iooa1Yi073oo\#
        t1Yj09e;c.1Yj000oom1Yk00]ooR1Yl06@ooB1Ym008ooU1Yn00Kooi1Yo00Yoo/1Z0000BoW1Z000MooU1Z100Koo\#
        G1Z200=ooi1Z307mooo1Z406;oor1Z500boom1Z600]oot1Z709e4mn1Z70D4oox1Z806Iooo1Z903Pooo1Z:076oo\#
        a1Z;07Nooo1Z<07nooi1Z=087oob1Z>00Rood1Z?0<boot1Z@0FXooo1ZA06;oox1ZB02>ooB1ZC015oos1ZD0<doo\#
        b1ZE0<looI1ZF00?2hk1ZF00[C?t1ZF09eC@o1ZF07aoou1ZG00eoou1ZH0D6oo'1ZI000ooW1ZJ00Moog1ZK00Woo\#
        l1ZL05]ooe1ZM0VQook1ZN00[ooc1ZO04Pooi1ZP07Door1ZQ0DjooB1ZR008oo 1ZS001oor1ZT0Q5ool1ZU00\oo\#
        t1ZV0C7CGR1ZV00Hooo1ZW06;oot1ZX07dooB1ZY008ooe1ZZ086oon1Z[0=hooc1Z\0?Tooi1Z]087oob1Z^074oo\#
        B1Z_008ooI1Z`02Moob1Za00Root1Zb0Q=ooA1Zc02cooA1Zd02cooo1Ze05ioot1Zf0<eooo1Zg01Wooo1Zh05ioo\#
        N1Zi00Dood1Zj05[oor1Zk06Fool1Zl06Doot1Zm07doof1Zn00Vooe1Zo00Uook1[000[ooe1[105eoor1[200boo\#
        i1[30Ceoou1[409aoow1[500gooo1[600_ooo1[70:Hooa1[80CKoon1[902noot1[:07dooo1[;01Wooc1[<04Poo\#
        t1[=09e=`n1[=0?=oob1[>00Roor1[?01hoot1[@0C7C_/1[@000GBt1[@00doou1[A00eoos1[B077ooa1[C0@:oo\#
        l1[D0[:ooW1[E00M>ae1[E086ooa1[F00Qoot1[G09eooe1[H07Coo/1[I000Cfn1[I00^ool1[J0[:oos1[K0Qmoo\#
         1[L001ooO1[M00Eooa1[N0<:oos1[O0<NooS1[P0?RCle1[P0A:ooS1[Q00ICmo1[Q07nooz1[R00jooB1[S008oo\#
        /1[T000D0i1[T03Cooc1[U06cool1[V00\oos1[W05`oo(1[X000ooU1[Y00KooR1[Z00Hooe1[[03Zooo1[\0:Hoo\#
        l1[]00\ool1[^00\ooe1[_00Uooi1[`0A;ooe1[a0F5ooy1[b07:ooo1[c01Wooa1[d07iD9i1[d03Cooo1[e05ioo\#
        y1[f07:oo/1[g000D<H1[g00>oou1[h07Moox1[i06Iooo1[j01Woom1[k07Jooo1[l01Woom1[m08ioot1[n09e3\\#
        t1[n05aooa1[o09Gooo1\00@booi1\100Yoos1\200cooC1\3009ooP1\400Foos1\505`ooi1\60Weoo-1\7000oo\#
        y1\806`oos1\900coon1\:00^ooB1\;008oor1\<06<oob1\=074oor1\>02Hooy1\?065oot1\@0@Kooy1\A07:oo\#
        t1\B00dooa1\C07Nooo1\D049ooo1\E07Rooe1\F07koo-1\G000oob1\H00Rooi1\I06Mooa1\J05mooB1\K008oo\#
        o1\L05ioof1\M00Voob1\N00Rooc1\O0@Uoo/1\P000DbB1\P008oou1\Q17Oooa1\R07Noon1\S00^oot1\T08doo\#
        B1\U008oor1\V01hool1\W05gooy1\X07:ooa1\Y00Qoob1\Z067ooS1\[00Iooo1\\0=Mooc1\]0j\oo/1\^000D\\#
        o1\^08:ooi1\_03Cooe1\`07^ooG1\a00=ooB1\b008oor1\c06FooC1\d009ood1\e0O_ooy1\f04^oot1\g09e74\#
        i1\g081ooT1\h00J4oW1\h00MooE1\i0<[ook1\j00[ooe1\k08Ioom1\l06dooi1\m071ooa1\n01booP1\o00Foo\#
        h1]00ehoob1]105Yoot1]209eooo1]301WooS1]40:]ooa1]50@:ooo1]600_ooa1]705doo 1]8001oo-1]9000oo\#
        i1]:00YooS1];04@ooe1]<033ooh1]=00Xooi1]>07=ooy1]?00i<Mh1]?05oooA1]@007ooE1]A00;ooe1]B0CBoo\#
        t1]C06hoor1]D00boou1]E06iooi1]F0S^ooi1]G00Yooo1]H01WooU1]I00KooB1]J008ooe1]K0Pbooi1]L075oo\#
        o1]M01WooW1]N00Mooe1]O068oo 1]P001ooD1]Q00:ooH1]R00>ooB1]S008ooH1]T00>oot1]U09e<Ry1]U00ioo\#
        i1]V047ooa1]W08<ooa1]X0FDood1]Y00TooC1]Z009ooP1][00FooS1]\00Iooa1]]07Xooa1]^0TPoox1]_00hoo\#
        d1]`09Eooe1]a0:@ooc1]b00Sooo1]c0@8ooa1]d0@:ooc1]e0@doot1]f0AQoop1]g0DSoov1]h03mooz1]i00joo\#
        r1]k050ook1]l0XDool1]m05]ooI1]n00?ooo1]o05iooo1^001Wooo1^101WooB1^2008ool1^300\ooo1^407noo\#
        R1^504looL1^60AMooa1^70CAoor1^80C=ooR1^900Hoor1^:05_ooO1^;00Eooi1^<07Qooo1^=07Rooo1^>049oo\#
        h1^?04Roon1^@06eooi1^A06Moot1^B05aooL1^C00Boos1^D06Yooa1^E07Nooo1^F05ioot1^G07door1^H025oo\#
        C1^I009ooN1^J00Dooo1^K05iooi1^L06UooB1^M008ool1^N07>oo/1^O000Eiy1^O07:oos1^P05`ooe1^Q06Loo\#
        l1^R00\ooB1^S008oon1^T06eooe1^U05Cooo1^V05iooq1^W00aooo1^X062ooe1^Y07^8Ts1^Y0WUoos1^Z00c37\#
        s1^Z0F@oor1^[084oon1^\0:Mooa1^]073ooc1^^04Pool1^_05gooo1^`0<<ooB1^a008ooa1^b07Xooo1^c01goo\#
        e1^d01cooc1^e00SooI1^f00?F6a1^f0CKooz1^g00jooo1^h0=9ooe1^i0L7ooo1^j05iooa1^k073oon1^l05^oo\#
        S1^m00Iooo1^n05iooi1^o04eoou1_004;ooo1_100_oor1_200boos1_306goom1_407`ooy1_507:oo/1_6000GE\#
        i1_607moor1_706Fooe1_807<ooP1_900Fooe1_:08loov1_;00fooy1_<07:6:r1_<06Fook1_=0V0ooe1_>0Oeoo\#
        a1_?03Kook1_@00[oot1_A00doo-1_B000oo/1_C000FEB1_C008ooR1_D06@ooS1_E00Ioob1_F00Rooa1_G06bFG\#
        B1_G008ooa1_H03Kooc1_I0TAooo1_J03]oot1_K0bX7<n1_K07Koot1_L0CPooS1_M00Ioor1_N04:oou1_O04;oo\#
        o1_P05ioob1_Q074ooi1_R07Qoo/1_S000AlD1_S00:oor1_T0PJooe1_U0CBoob1_V00RooS1_W04Moo81_X000oo\#
        i1_Y07Dool1_Z0AVoot1_[09eooO1_\00Eoot1_]0C7>Er1_]01hooe1_^07<ooE1__00;ooV1_`00Looe1_a07Yoo\#
        t1_b09eG3o1_b01Woon1_c05^ooo1_d03Pooo1_e05ioou1_f06Pook1_g0Sf9YS1_g00Iooa1_h06Aoor1_i0@9oo\#
         1_j001oot1_k0Hnooi1_l07Qooa1_m0I^oof1_n00Voow1_o00gFUe1_o0WDooi1`1071ooo1`20=9ooe1`304Qoo\#
        b1`40B1oop1`501Dooy1`603Sooo1`706Wooa1`80?Xoou1`907Mooe1`:0?Goo-1`;000ooI1`<00?ooo1`=01Woo\#
        B1`>008ooa1`?0:Soot1`@0@Kooh1`A0Ghooi1`B03Cooo1`C01Woop1`D00`oor1`E0:AooA1`F007ooL1`G00Boo\#
        a1`H01booa1`I03KooR1`J00Hooi1`K00Yoob1`L08=oot1`M09eoop1`N04Yoor1`O02WooB1`P008oob1`Q00Roo\#
        a1`R0F8oot1`S0C7?>k1`S00[oob1`T00Root1`U09e5if1`U00Voof1`V0DUooT1`W00Jooi1`X075oox1`Y00hoo\#
        t1`Z0C753o1`Z05ioo.1`[000oo_1`\000oon1`]00^ooe1`^05nooo1`_01Woop1``0UK0D/1``000oos1`a00coo\#
        a1`b06Koog1`c00Woop1`d07Loot1`e0C70\e1`e086oos1`f06gook1`g0DZooi1`h07_ooe1`i07<oon1`j0Dmoo\#
        t1`k09e30t1`k06hoo.1`l000oot1`m0C70>c1`m0TVooo1`n05iool1`o00\oob1a000Roor1a1084ooy1a200ioo\#
        _1a3000oo_1a4000ooe1a506Toow1a60TKoob1a700Rool1a800\oot1a90C70jb1a900Roo-1a:000oob1a;00Roo\#
        n1a<05^ooy1a=00iooa1a>07iood1a?06Coob1a@05Yooh1aA00Xooe1aB0Elool1aC06Nooi1aD07moo-1aE000oo\#
        t1aG00doot1aH00dooo1aJ05iooa1aK07X0Q-1aK000ooa1aL00Qoor1aM06Fooo1aO06koo/1aP000@bc1aP00Soo\#
        a1aQ00Qooi1aR07Doon1aS0Dmooc1aT00S8Vp1aT07Looo1aU05ioot1aV06h;:c1aV00Soot1aW00doot1aX00d1j\#
        u1aX00eoo 1aY001ooB1aZ008ool1a[05gooS1a\0:]ool1a]00\ook1a^0V0ooo1a_05ioor1a`06Fooi1aa00Yoo\#
        o1ab05iooi1ac00Yooo1ad00_oot1ae0C73gr1ae0EVoow1af0TKoot1ag05aooe1ah06Looo1ai00_oot1aj00doo\#
        a1ak0F8oop1al00`oot1am0TR6g.1am000oo-1an000ood1ao00Toon1b00Dmooa1b106[ooo1b205iooo1b305ioo\#
        w1b40TKool1b506:oot1b60C71F.1b606>ooe1b7068oos1b8085oot1b906hoo-1b:000oon1b;06Voo-1b<000oo\#
        a1b=0CKoor1b>00booa1b?0CKoot1b@0C71[a1b@053oob1bA074ooi1bB00Yooh1bC0GYooe1bD07Yooe1bE06Too\#
        /1bF000ooi1bG07Dooa1bH0F8ooe1bI07Yoot1bJ09eooh1bK0S`ooi1bL07Qoop1bM04Yoot1bN0CPoox1bO0Veoo\#
        o1bP06;ooo1bQ05iood1bR05[ooo1bS07Zoou1bT06ioo.1bU000ooe1bV07Coo-1bW0X5ooe1bX06Tooe1bY00U3=\#
        i1bY0Ccooa1bZ066oo/1b[000BQt1b[06hoow1b\0EGoot1b]0C70Le1b]06Loo.1b^000ooo1b_05ioob1b`00Roo\#
        -1ba000ooo1bb07aoo-1bc000ooo1bd076ooh1be00Xood1bf00Too-1bg000ooa1bh0?Xooe1bi07Ooox1bj06I1:\#
        h1bj00Xoov1bk00foop1bl0DSook1bm00[ooi1bn00Yooa1bo00Qooc1c000Sooe1c107^oo-1c2000oou1c300e;e\#
        a1c3066oon1c405^9`b1c400Roox1c506Iooe1c608>ooB1c7008ooa1c80CKoow1c900gool1c:00\oot1c;0C73V\#
        s1c;06goor1c<00boot1c=07dooy1c>07Goou1c?00eooo1c@05iooa1cA0F8ooe1cB0Vooo/1cC000:6r1cC0DFoo\#
        p1cD00`ooo1cE05iooe1cF06Loo41cG000ooo1cH05ioor1cI0Ejoos1cJ00coo-1cK000ood1cL00Tood1cM00Too\#
        i1cN0T7oor1cO07Soos1cP07[ooe1cQ00Uool1cR00\oo_1cS000oow1cT0TKoon1cU0EYooe1cV07Yoon1cW05^oo\#
        t1cX00dooi1cY07=ooi1cZ07moot1c[0C70m-1c[000oon1c]00^oo-1c^0X5oob1c_00Roo.1c`06>ooc1ca0j\oo\#
        -1cb000ooo1cc05ioo-1cd000oor1ce0EVoo/1cf0007Do1cf0E[oon1cg0EYoon1ch00^oob1ci067oo.1cj000oo\#
        h1ck07loob1cl00Rooi1cm0S^oot1cn00dood1co00Tooa1d000Qoon1d105^oor1d20WKooa1d30F8oos1d40Eeoo\#
        t1d50C719l1d500\oop1d600`ooi1d700Yoo 1d8001ooe1d907<ooo1d:07nooy1d;00i1Vc1d;0X3oot1d<00doo\#
        i1d=07_ooo1d>05ioob1d?00Rooo1d@05ioor1dA06<oo-1dB000ooo1dC05ioo.1dD000oot1dE07dooy1dF07Aoo\#
        n1dG0Dfooa1dH073ooc1dI06cooi1dJ00YooB1dK008ood1dL06Coob1dM05Yoo.1dN000ood1dO06Cood1dP0kAoo\#
        e1dQ07Oooo1dR00_ooo1dS00_oo-1dT000oot1dU00dooo1dV07nooh1dW00Xooe1dX07Y5Jl1dX0g]=oo1dX05ioo\#
        v1dY00fooo1dZ01Wooo1d[04fooc1d\0j\ooc1d]0Beoop1d^00`oon1d_06eoo 1d`0010Xm1d`00]oos1da00coo\#
        e1db0WDood1dc00Tooi1dd07_ooo1de05ioo.1df000ook1dg00[ooo1dh05iooa1di00Qook1dj0Lcoot1dk0FKoo\#
        t1dl0C72Yt1dl0C70c.1dl000ooi1dm07Qoot1dn09e2bv1dn00fook1do0SfooC1e0009ooe1e10d3oot1e200doo\#
        a1e30@:oox1e406Ioot1e509e:9o1e501WooB1e604Hooh1e7174oo 1e8001oo01e9002ooo1e:0<7oox1e;06I1S\#
        c1e;06coot1e<04Zoob1e=00Rooo1e>00_ooo1e?01gooo1e@01Wooc1eA0c8oot1eB0C71;l1eB06Doob1eC05Yoo\#
        G1eD00=ooI1eE00?oor1eF01hoor1eG084oon1eH01CooB1eI008oot1eJ0@Koor1eK06<oo 1eL001ooe1eM04Qoo\#
        c1eN06coot1eO09e4n-1eO000ooC1eP009ooB1eQ008ood1eR01>oou1eS01Yoor1eT04:ooe1eU04Qooo1eV05ioo\#
        a1eW0@:ooe1eX07^ooB1eY008ooi1eZ047oot1e[00d6Ae1e[0TB1Qt1e[09e:Hb1e[0B1oon1e\06eoog1e]00Woo\#
        A1e^0cRoot1e_0C72]S1e_00Ioo-1e`000ooB1ea008oo-1eb000ooB1ec008ooB1ed008ool1ee06Doot1ef09e=6\#
        e1ef0;Pooa1eg07i:Mt1eg00doo 1eh001ooB1ei008oof1ej00Vooo1ek01Wooe1el04Boos1em04Eoom1en04Voo\#
        -1eo000ooO1f000Eoo/1f10005Lt1f10C74\i1f10:Goog1f200Woou1f305Roos1f408jooi1f507Qooo1f601Woo\#
        B1f7008oon1f80I3ooU1f900Koop1f:04oooh1f;07loot1f<0:`ooa1f=01boov1f>06Hoot1f?06_ooe1f@070oo\#
        c1fA0;9ooa1fB00Qoox1fC00hooR1fD00HooP1fE00F:Vd1fE00T:Wl1fE0REooe1fF07Coot1fG00doo/1fH000:[\#
        P1fH00Foom1fI00]ooB1fJ008ooT1fK00Jooo1fL01Woob1fM00Roor1fN0AZoot1fO0FXoot1fP09e?ld1fP02:oo\#
        o1fQ05iooB1fR008ooo1fS01Woot1fT09e>@i1fT03Cooy1fU00i?ol1fU06Nooo1fV06;ood1fW00Tood1fX05[oo\#
        e1fY05Coo-1fZ000ook1f[0ZbooB1f\008oob1f]00RooO1f^00EooC1f_009ooa1f`07Xooi1fa00Yoon1fb02noo\#
        B1fc008ooA1fd007ooe1fe00Uoo31ff004ooe1fg01Soot1fh00doo-1fi000oo-1fj000ook1fk0XDoos1fl0<Noo\#
        r1fm0=[ooP1fn00FooL1fo00Boox1g002>ooB1g1008ooS1g200IooU1g300KooW1g400Mooo1g5062ooL1g600Boo\#
        y1g700i6Et1g70C7ooa1g80;Vooa1g9073ooe1g:0FEooe1g;08Iooi1g<07_ooe1g=0;Poob1g>00RooA1g?007oo\#
        a1g@07;oou1gA02aooe1gB05Oooo1gC05ioom1gD00]ooi1gE06U@Ot1gE0C7@Pa1gE01boon1gF07K@Qr1gF04:oo\#
        g1gG00Wooo1gH01Wool1gI05]oos1gK00c@aS1gK00Ioos1gL01Foot1gM09e=;n1gM0;Toot1gN05aooe1gO05Coo\#
        e1gP0n2oon1gQ00^oos1gR00coos1gS06gooB1gT008ooS1gU00Ioo 1gV001ooS1gX00Iood1gY0U2ooe1gZ08I6^\#
        v1gZ00fooB1g[008oon1g\0=Koow1g]0INook1g^0PLooo1g_05ioof1g`00Voo/1ga0005Qe1ga0:doot1gb0I2oo\#
        r1gc00book1gd00[oob1ge067oos1gf07[ool1gg0[:ooT1gh00Jooo1gi01WooR1gj00Hoot1gk04Zoo 1gl001oo\#
        B1gm008ooM1gn00Cooe1go07Cood1h005[ooe1h107<ooo1h205ioot1h309Foot1h40C7@[s1h40<Nooo1h505ioo\#
        o1h605iooi1h707_ook1h80J=oo 1h:001oon1h;0IQooB1h<008oos1h=0CVooc1h>0R_ool1h?00\oor1h@01hoo\#
        e1hA07kooe1hB07Coom1hC0e@ooo1hD03Pooo1hE05ioos1hF0_7oot1hG0IGooo1hH05ioot1hI09e;Dt1hI00doo\#
        b1hJ0B1oot1hK0Q=ook1hL07IooT1hM00J;Fl1hM0V;oor1hN00booe1hO0L2oot1hP07dooo1hQ05iooo1hR00_=G\#
        a1hR0<`oon1hS00^oow1hT00g;Hi1hT0RCoo/1hU000;Gc1hU07joos1hV0Eeoor1hW0W:oot1hX00d5Pd1hX00TAC\#
        a1hX0Ekooe1hY00Uoon1hZ01Coow1h[0TKooa1h\0<:ooo1h]06Wooo1h^01Woor1h_05_oor1h`0FOooi1ha07Doo\#
        M1hb00Cook1hc07IooS1hd0?R7Wt1hd0C7=On1hd0EYooc1he06cooy1hf07:oor1hh0Q>ooa1hi05dooo1hj01Woo\#
        r1hk0PJooS1hl0elooB1hm008ooI1hn00?oox1ho00hAib1ho05Yoor1i001hoot1i109e8no1i10?Iooo1i20@Eoo\#
        D1i300:oor1i401hoon1i502noos1i605`oor1i701hooe1i805CooF1i900<ooe1i:03Zoo-1i;000oor1i<0Eooo\#
        d1i=05[ooF1i>00<ooT1i?00JooW1i@00MooA1iA007ooC1iE009ooE1iG00;ooG1iH00=ooI1iI00?ooN1iJ00Doo\#
        P1iK00FooR1iL00HooS1iM00IooT1iP00Joog1iQ01?oos1iR01Fooo1iS024oom1iT02moot1iU00door1iV04:oo\#
        t1iW04Zooo1iX05iooM1iY06?ooo1iZ05iool1i[00\ooo1i\00_ooW1i]00Mooa1i^00Qoog1i_00WooB1i`008oo\#
        s1ia0EZooW1ib00Moo/1ic000B4n1ic05^ooB1id008oon1ie06eooz1if00jooo1ig01Wooy1ih07:oos1ii00coo\#
        o1ij05Foor1ik0F`ooo1il04foot1im00dood1in05[ooc1io05ZooC1j0009oot1j10C7oon1j20Fkooc1j30=Voo\#
        w1j40TKoow1j50INoow1j60INoo-1j7000oor1j80[Cooy1j907:8[t1j90;Roon1j:0=hoof1j;00Vooc1j<00Soo\#
        o1j=01Wooo1j>034oob1j?0=Ioo/1j@000BGi1j@06Uoop1jA00`oom1jB07Joox1jC05coot1jD0EFool1jE0[:7f\#
        c1jE00Sooo1jF01WooB1jG008ooO1jH00Eoo 1jI001ooe1jJ0683_s1jJ07[ooo1jK05iooc1jL07]ooo1jM01Woo\#
        o1jN01Woo/1jO000BTo1jO00_oot1jQ09eoot1jR0C75Go1jR01WooB1jS008oo.1jT000oo/1jU000B[g1jU01?oo\#
        B1jV008ooo1jW05iooo1jX01WooB1jY008oou1jZ06Goor1j[01hooa1j\02\ooU1j]00KooM1j^00Cook1j_00[oo\#
        B1j`008oon1ja0=ooot1jb0C73kn1jb00^ooe1jc04Qoo 1jd001ooe1je0F5oot1jf09eood1jg00Too 1jh001oo\#
        /1ji000Beh1ji0Ghooc1jj0I6ooe1jk06Took1jl00[oon1jm02nooo1jn01WooB1jo008ood1k00<booo1k101Woo\#
        n1k20=oooo1k301Wooo1k407noo/1k5000BkC1k50_1ooe1k600Uoon1k707Koon1k805^Blm1k800]ooe1k907<oo\#
        S1k:04@ooo1k;01Woo_1k<000oom1k=06dooP1k>05>C1s1k>051ooo1k?02Voon1k@06eoon1kA07K4My1kA00ioo\#
        o1kB07?ood1kC0U5oot1kD00doon1kE0=ooog1kF00Woor1kG0EVooo1kH00_oon1kI06eooo1kJ05iooe1kK0L2oo\#
        e1kL07kooB1kM008oot1kN0;Foo 1kO001oop1kP07booB1kQ008oof1kR07Hoor1kS084oox1kT00hoos1kU00coo\#
        e1kV05Cool1kW00\ooA1kX007ooC1kY009ooB1kZ008ooa1k[05mooz1k\00jooC1k]009ooo1k^01WooH1k_00>oo\#
        k1k`0cooos1ka077ooS1kb04@oob1kc00Rooi1kd07mooo1ke01Woor1kf0FO4ce1kf07Cook1kg0O[4Ae1kg00Uoo\#
        o1kh05iool1ki01UooE1kj00;CVo1kj05ioos1kk0d:ooH1kl018ooH1km018oot1kn0C76be1kn0L7oot1ko09e>^\#
        t1ko0C78Da1ko03Yood1l000Too 1l1001oot1l2078ooe1l30F9oot1l400doo 1l6001ooC1l7009oos1l800c52\#
        k1l800[ooc1l906coor1l;0848d/1l;000CYm1l;07Joou1l<0I@oow1l=0TKood1l>0<boor1l?07ooot1l@09e<7\#
        r1l@0@9oog1lA0O6C[/1lA000C^a1lA0:Soo/1lB000C`m1lB082CaB1lB008oor1lC0PJooe1lD00UooP1lE00Foo\#
        b1lF05Yoo/1lG00081 1lG001ood1lH00Too/1lI0009Dt1lI0do<:D1lI00koor1lJ03koop1lK0KFooe1lL07^oo\#
        B1lM008oor1lN00booe1lO08Iooo1lP01Woon1lQ0=Kook1lR00[ooU1lS00Koot1lT07dooo1lU00_ooR1lV04loo\#
        U1lW00K5Vt1lW0>Doou1lX0I@ooy1lY07:ood1lZ00Took1l[00[oon1l\0Q`ooe1l]0WHoot1l^00doot1l_09eD8\#
        B1l_008oot1l`0C7ooS1la00IooT1lb02[oos1lc085ooi1ld00Yoot1le09e7_J1le00@oot1lf09e<>i1lf0GMoo\#
        e1lg07koor1lh0H3oor1li0Q>oog1lj00Wooc1lk07]ooa1ll01booa1lm043ooe1ln07^oom1lo0kLooC1m0009oo\#
        -1m1000oo/1m2000DCg1m200Wooo1m301Wooo1m407Zooo1m505iooi1m60;]ooA1m7007ooe1m80PbooS1m900Ioo\#
        S1m:00Ioog1m;0ETooi1m<00Yooi1m=00Yooe1m>00Uoou1m?00eooo1m@05iooe1mA00Uoos1mB05`ooo1mC01Woo\#
        t1mD0C7<Fy1mD00i2[o1mD05iooi1mE0Pnooo1mF01Wood1mG1K@ooc1mH05Zoo 1mI001ooi1mJ0GGooo1mK01Woo\#
        a1mL0:Sooe1mM0C2oo 1mN001oon1mO05^ooo1mP0CRoot1mQ04Zook1mR07Iooh1mS1>ZooP1mT00Foos1mU06goo\#
        E1mV00;ooo1mW02Vooo1mX01Woo 1mY001ooh1mZ01dooe1m[068oon1m\0@koot1m]06hooA1m^059E0L1m^00Boo\#
        s1m_00c5Rr1m_06F8Qi1m_07=oon1m`0Dfool1ma0::ooM1mb00Cooe1mc0WRoos1md00coo/1me000Ect1me09e1N\#
        B1me04Hoor1mf0PJoor1mg00booC1mh009ooS1mi00IooM1mj00Coot1mk06hooS1ml0?Root1mm0<k4ee1mm06\oo\#
        n1mn0E;oob1mo00Root1n001Goox1n102>oor1n20DGooy1n400ioot1n500d7hm1n50829\c1n506cood1n600Too\#
        t1n709e79p1n704oooo1n801WooC1n90cSoot1n:06hoot1n;09eE<P1n;05><Pp1n;06EooD1n<00kooe1n=01ooo\#
        u1n>02aooo1n?01Wooo1n@02_oo-1nA000oox1nB0??oov1nC00food1nD05[ooe1nE068<Tr1nE01hooi1nF047oo\#
        c1nG04PooS1nH00IooB1nI008oo71nJ005EHi1nJ0H0ooc1nK0I6ook1nL00[<Ur1nL00boor1nM0PJook1nN00[oo\#
        i1nO0R<oor1nP07Sooe1nQ0>ioo 1nR001ooB1nS008ooi1nT00YooS1nU00Iooe1nV0B`oom1nW02moot1nX0C73A\#
        t1nX09e=ht1nX09eooo1nY01Wooo1nZ076oor1n[00booL1n\0AMooP1n]00Foot1n^05aoot1n_0Bfooa1n`04Aoo\#
        e1na07YooS1nb00Iood1nc00Toop1nd07Loos1ne00cooi1nf00Yoog1ng00Wooc1nh06cooe1ni07kooi1nj03Coo\#
        e1nk07^oog1nl0EToot1nm0C7ooi1nn07mooo1no07Zooa1o001booe1o103Zoot1o20C7ooz1o300jooo1o401Woo\#
        i1o5075ooB1o6008ooe1o707^ooe1o80D1ooy1o907:ooo1o:01Wooa1o;00Qoob1o<0B1oot1o=0C7>oL1o=00Boo\#
        w1o>00gooi1o?0k:oot1o@0WSooi1oA00Yoot1oB0IGoob1oC05Yooo1oD0@8ooe1oE0C2oou1oF0KJooo1oG01Woo\#
        m1oH00]oot1oI0:Poor1oJ0:>ooa1oK05moow1oL0TKooo1oM00_oow1oN0LNoor1oO0^Coot1oP0C7?2b1oP05Y4J\#
        d1oP00Toop1oQ04Yoot1oR0C79Vn1oR0A?oob1oS00RooS1oT00Ioo.1oU000oo-1oV000ooa1oW07;oo/1oX000F=\#
        n1oX06e16s1oX07[F?m1oX0E9oor1oY04:oon1oZ0GRooe1o[086oob1o\00RooC1o]009ooa1o^0bNooB1o_008oo\#
        b1o`06oooe1oa07kooK1ob00Aooo1oc01Wooo1od04Doot1oe04Zooo1of05iooo1og01Woo.1oh000ook1oi0gQoo\#
        u1oj07Mood1ok00Tooo1ol07noot1om04Zooe1on0?Goob1oo00Root2000C73@o20005iood20100TooS20200Ioo\#
        c2030c8ooc2040TAooi20505foo_206000oon20700^ooc20806cooi2090RCoo/20:000FQn20:03iooa20;0:Soo\#
         20<001ooV20=00Loo 20>001ool20?06Doot20@09e>0n20@00^oou20A07Moot20B0C7ool20C00\<ie20C04Qoo\#
        s20D0C`ooe20E0PHooO20F00Eoou20G00eooe20H00UooS20I00Ioof20J00Voo-20K000ooO20L00EooB20M008oo\#
        w20N0LNooa20O0@:oo/20P000F^p20P09;3FI20P00?ooe20Q00Uood20R0O_oon20S00^oos20T0OCoo120U000Ff\#
        n20U02noot20V09e@Bo20V01Woow20W0INooe20X0Pbooi20Y0YLoon20Z0=Koot20[09e?;a20[07Nooo20\0I7oo\#
        d20]01>ooi20^03Cooc20_05Zooi20`0=Xooe20a04BooR20b00Hoor20c05joo/20d0009Ii20d0@^ooo20e0<<oo\#
        o20f01Wooo20g05iooB20h008oo 20i001ooo20j05iooo20k00_ooo20l0UWoor20m04goos20n06goom20o00]oo\#
        t2100C71lc21000Soob21100Rooe21207Cood21306Coot21409e1\s21400cooi21507_oor21605_ooi21706Uoo\#
        i21807Qoo.21906>oo 21:001oos21;00cooa21<06booc21=06Book21>0V0ooc21?07jooa21@00Qooo21A0ghoo\#
        t21B0C755d21B00Tooo21D05iooa21E07Xoo-21F000oob21G00Roob21H00Roo.21I06>ool21J0g]ooo21K05ioo\#
        i21L075ooo21M05ioou21N00eooo21O05ioo-21P000oob21Q00Roog21S0F>ooe21T068ool21U05goot21V06_oo\#
        r21W06Fooa21X073oov21Y00fooa21Z00Qoot21[00dooi21\07moo 21]001ook21^00[oot21_0C73Gm21_00]oo\#
        i21`05\>8421`000oo_21a000oob21b0D^ooz21c00j@ci21c05\ooo21d00_ook21e0V0ooe21f0ERoot21g0C71?\#
        r21g063ooi21h07moor21i084ooA21j007ooo21k01Wooi21l075oo 21m001ool21n00\oof21o00Voot2200C7A0\#
        b22000Rooc22106coot2220C728o22200_oo-223000ooc2240Beool2250g]ooc22607jooe2270D1ook22807Ioo\#
        _22:000oot22;05aool22<00\ooc22=00Soos22>00coob22?067ook22@0V00`t22@05aoot22A0C72`t22A0C7=K\#
        l22A0g]ooy22B07:oon22C00^oor22D06Foo.22E000oo.22F000ooc22G00Sooa22H0D?oox22I00hoow22J0TKoo\#
        g22K00W0Zw22K0TKool22L0AVooo22M05ioox22N00h1@a22N0Y<ool22O06Doot22P0D=4N/22P000oot22Q06h0G\#
        t22Q05a8X.22Q06>oo/22R000B>i22R0foood22S00Tooi22T0@^ooa22U0TPooy22V00iooo22W00_oot22X0C77P\#
        e22X068oom22Y07Joom22Z082ooi22[00Yoot22\0EFooc22]00Soon22^00^ooa22_06boo-22`000ooh22a07loo\#
        s22b0VOoot22c00dooo22d00_oot22e0C7ooo22f05ioot22g00doo-22h000oob22i00Roor22j00boou22k00eoo\#
        e22l068oop22m00`ood22n0O_ood22o06Cooe23006\oo/231000oor23207Sooe233070oov23400foos23505`oo\#
        r236063ooa2370Ekooc23800Soot2390CPooo23:05ioot23;00doob23<0FZooo23=01Woow23>0TKooe23?08>oo\#
        -23@000oo 23A001ooi23B00Yooi23C07moo-23D000oop23E083oot23F0C72Xt23F05aooa23G0jQooe23H07Yoo\#
        e23I07Ooot23J0C72=t23J00doo023K002oot23L0C7C]a23L0W7oot23M07doow23N00gooe23O068ooe23P068oo\#
        n23Q0gF5me23Q07Yoos23R0Eh18n23R00^ooy23S07:ooc23T00Sool23U0g]0Jg23U0Vaoos23V0Eeook23W00[15\#
        s23W00cooc23X06c29c23X06cooo23Y00_oor23Z00boou23[00eoob23\00Rooo23]05ioob23^00Rooh23_1>Zoo\#
        g23`00Woot23a0C72?d23a00Toos23b0V^oob23c00Roog23d0Vaool23e00\ooo23f0CRoom23g00]ook23h00[oo\#
        o23i05iooc23j06cooe23l07kooi23m069oox23n05coon23o00^oo.240000oot24105aooo24207aoob2430749H\#
        l24300\oon24406eooV24500Loob24600Roon24707Kooh2480kZooi24907mooo24:00_oot24;0C70fi24;05foo\#
        t24<0C7F4e24<07Yoor24=00boot24>0C77>r24>00boob24?00Roof24@00Voog24A00Woot24B05aoot24C00doo\#
        l24D00\ooo24E01Woot24F00dooo24G05iooi24H00Yooo24I06;oos24J06=FHn24J00^ook24K07Ioob24L00Roo\#
        s24M00coov24N00foot24P00dooe24Q06\oot24R0C710e24R086oot24S09e8Rw24S00gooh24T1>Zooh24U0S`oo\#
        a24V07Noos24W00cooa24X07;oob24Y00Roop24Z06Eooe24[068oot24\0F1oot24]0C7<mc24]00Soor24^00boo\#
        t24_0C70h-24_000oo 24`001ooi24a0Weooc24b00Sood24c00Too224d003oo 24e001oor24f01hoor24g1812@\#
         24g001oor24h0PJooe24i00Uoot24j09e>=O24j00EooB24k008ooC24l009oo624m000oog24n0KBooB24o008oo\#
        a2500@aool25105goop25207Loom2530:Loot25409e?Ah254174ooT25500Joos25600c?Co25602VooA25702coo\#
        a2580:Sooe25907Yooa25:00Qooo25;01Wooe25<0Pb:>i25<00YooC25=009ooc25>0@;ooa25?05m:?S25?00Ioo\#
        l25@01fooe25A01SooB25B008ooy25C00iooo25D0?Iool25E0@=oot25F0C76ir25F0PJoor25G0Eo:Dr25G01Xoo\#
        n25H0?=oos25I0Rhooe25J07Cooh25K00Xoos25L01Fooe25M04QooI25N00?ooo25O01Woow25Q00gooo25R01Woo\#
        o25S01WooB25T008ood25U0JWooA25V007ooC25W009ooo25X01Wooi25Y06Moot25Z09e8;n25Z00^oos25[0?eoo\#
        a25\0@RooS25]00IooN25^00D0Oe25^00Uooh25_00Xoon25`00^ooB25a0GNood25b00Toot25c09e?^o25c01Woo\#
        g25d00Woop25e04ooot25f0AQooe25g0FAooa25h0I^oon25i05^ooi25j087ooB25k008oot25l00dook25m0J=oo\#
        r25n05_oo 25o001ooP26000F=8t2600eI:Ys26000c:Xt26000door26104:ooe26207<ooo26301Woou26404hoo\#
        t26509e59o26505iooi2660RIooc2670X3oog2680;>oot2690C7:]o26901Woot26:09e7Jn26:0=Kooy26;07:@0\#
        w26;0CZooe26<068ooa26=066oob26>0B1oow26?00gooe26@070ooo26A01Wooo26B05ioon26C03iooh26D01doo\#
        B26E008oon26F06eoos26G0<dooo26H01Wood26I01>oof26J00V:cB26J008ooe26K09Vooe26L07k@9S26L00Ioo\#
        U26M00Koo 26N001oot26O0K^@<k26O0M9oor26P04:ooi26Q03Coop26R0;Eooo26S01Wooe26T04Qoos26U051oo\#
        e26V05Coop26W07Looi26X03Coo/26Y00031r26Y0Djoor26Z0Djool26[06Doob26\0Fjoof26]00Vood26^0JW@K\#
        o26^05iood26_01>oox26`05c;1b26`0<Qoos26c00coot26d0C77ca26d07;ool26e0::ooo26f0?Ioog26g00W;5\#
        t26g09e7k 26g001ooc26h00Sooe26i04Qooy26j07good26k0J[oor26l07ooob26m0B1oor26n1Ai@Ve26n07Coo\#
        t26o07d5Mi26o07_ooo27001Wooe27104QooA272007ooS27300Iooy27404^oow27500gooi276087ool27701Uoo\#
        k2780Lcool2790[:;8B279008oot27:0C7@hy27:00i@ip27:0Iboo 27;001ooe27<07YooB27=008ooo27>0CRoo\#
        e27?07^ooe27@00Uoor27A04goot27B09e@We27B04Booa27C0@aooP27D00Fooo27E01Wooo27F03Poos27G00coo\#
         27H001ooD27I00:oot27J0C77Uo27J0H2oot27K0K^oot27L0C7=@t27L0C77Ns27L06gooB27M008ooG27N00=oo\#
        A27O007oo/27P000@^o27P01WooS27Q00Iooh27R0ehA1f27R00V>Na27R0:SooR27S06@ooS27T00Iooe27U19=oo\#
        v27V00foot27W0C76<B27W008ooe27X0[3oot27Y0C76me27Y07kooC27Z0Rcoos27[0d:ooB27\008ooU27]00Koo\#
        t27^00doox27_06I=E 27_001oot27`0C7A=g27`0L0ooe27a07Cood27b0eGooh27c0F?oos27d00cooc27e0j\oo\#
        r27f0W:oos27g00coos27h00cool27i0g]oop27j0KFoo_27k000oot27l09e=Ld27l00Toob27n00Roox27o00hAG\#
        o27o03Pooe280070oog2810Vaooa28205m6Y 282001ooC283009ooy2840d=ooc2850Bkoot28609eooc2870c8oo\#
        e28804Qooo28901WooS28:02jooo28;05iooa28<0:Sood28=00Toop28>0PZooe28?01oooa28@0:Soos28A0<doo\#
        t28B07d0Ta28B0:Soob28C0B1oor28D02Hoow28E0>Eooc28F00SooB28G008oos28H0B[;Ma28H02Coor28I04goo\#
        e28J05Cood28K01>oog28N01?oop28O01Door28P01Eooe28Q01cool28R01foox28S02>ooe28T02Qoon28U02noo\#
        o28V03]ooh28W046ooe28X04Booa28Y04Oooi28Z04Soot28[04Zoor28\04gooe28]08loos28^00cooc28_00Soo\#
        a28`0<`ooh28a07looo28b0?Iooa28c0@aoot28d0C7ooo28f0C^oot28g0C73[y28g07:oot28h00dooe28i05Coo\#
        A28j007ooh28k00Xooo28l01Woot28m0Vcooe28n05Coon28o00^ooo29001Woog29100WAme29108I;Tt29109eAo\#
        S29100IooC292009oor2930B8ook2940XDooo29500_ooo29607noog29700Wook29800[ooo29901goo/29:000B:\#
        .29:000ooh29;05oool29<0g]ool29=0[:ool29>0[:ooB29?008ooR29@00Hooc29A0JYood29B00TBBt29B00doo\#
        o29C062oot29D09e1Hb29D0<loor29E0L_ooc29F06cooe29G07Oooa29H07;ooS29I00IooM29J00Cooz29K00joo\#
        t29L09eooo29M01WooT29N00J3aS29N00Iooe29O07^oot29P0C76Wh29P05ooot29Q09e5Ft29Q09e8J 29Q001oo\#
        B29R008oo-29S000oot29T09e?Oo29T01Wooi29U00Yooe29V08looo29W01Woot29X0C7oot29Y09e3Wo29Y01Woo\#
        -29Z000ooa29[0:Soor29\0<Eoon29]04nooe29^03Mooe29_070ooo29`01Woos29a0MWooc29b00Sooa29c0@:oo\#
        O29d00Eooe29e0WHoo/29f000Bce29f068ooB29g008ooi29h0YLook29i0Zboor29j06FBde29j070ooB29k008oo\#
        t29l09e71o29l01Wooe29m0L2oot29n09e;_i29n0MVoot29o09eBir29o00booh2:012koor2:106F6Gd2:100Too\#
        e2:207<ooB2:3008ooS2:40?R;dt2:409e>]B2:4008oop2:50DS;fe2:507^ooo2:60<7oog2:700WooS2:800Ioo\#
        s2:900coos2::06=C6u2::00eooi2:;0MVooi2:<06Uoot2:=0Bfool2:>00\ooe2:?07Coot2:@0C7oox2:A06I2U\#
        r2:A06Fooo2:B01Wooe2:C0JLooF2:D00<ooe2:E0F5ooo2:F01Woot2:G00dooe2:H07Yoo/2:I0005O 2:I001oo\#
        b2:J0B1ooe2:K00UooI2:L019ooa2:M01booo2:N01Woon2:O05^ooe2:P08Iooo2:Q01goot2:R09eooT2:S02[oo\#
        /2:T000CJ.2:T000ooS2:U0?Rooo2:V05iooc2:W06coot2:X09e5kr2:X0EEoow2:Y00goox2:Z00hCOo2:Z09`oo\#
        t2:[0C77Hb2:[00Rooa2:\02\ooa2:]02\oor2:^0^Coot2:_05aooy2:`00iooc2:a00Sooe2:b07koom2:c00]oo\#
         2:d001ooS2:f00IooC2:g009ooh2:h01doo 2:i001ooS2:j00Ioob2:k00Roo.2:l000ood2:m0Zl6Zl2:m0g]oo\#
        e2:n0L2ooa2:o0FDooi2;000Yoow2;10INooo2;201Wooc2;30c8oor2;406F9jo2;4049ooo2;505iooE2;600;oo\#
        /2;7000Cgo2;7024ooN2;800Dooh2;907PooB2;;008ooo2;<01Woo/2;=000Cor2;=06Foot2;>09eook2;?0Lcoo\#
        s2;@00cooR2;A04loo/2;B000D5w2;B00gooL2;C0AMoow2;D080ood2;E0Zloo/2;F000DMe2;F068ooe2;G070oo\#
        g2;H00W8gd2;H0jmooi2;I07mooo2;J01Woo/2;K000D:h2;K04RooT2;L0<Aooe2;M0FMoot2;N06hooS2;O00I3Z\#
        n2;O0Y0oo.2;P06>ooe2;Q07Yooe2;R0d<ooh2;S00Xoor2;T0Ejoos2;U05`oor2;V0?4oor2;W0Eoooe2;X1?G>d\#
        i2;X01eooB2;Y008ooi2;Z06Uoot2;[09eoon2;\07Koot2;]0C73he2;]0Jfoow2;^01Ioom2;_00]ooP2;`00Foo\#
        h2;a04Rooe2;b0V\oon2;c06eoon2;d06eoor2;e06F9[r2;e084oot2;f0C7ood2;g06Coot2;h07doot2;i09e<E\#
        t2;i0C7<Ga2;i0choot2;j09e6Vi2;j1]`ooe2;k05nooI2;l00?oov2;m0Xjoot2;n09eoow2;o0INoo/2<0000DW\#
        W2<000Moot2<10Bcoot2<20TR7Qu2<200eooo2<300_ooB2<4008ooa2<5043oot2<607doon2<700^oor2<800boo\#
        t2<909e7L(2<9000ooe2<:0:@oor2<;06Foot2<<0QMooi2<=07moo-2<>000ooz2<?00joog2<@00Wool2<A0Bboo\#
        B2<B03Goor2<C0DG>l 2<C001ooo2<D01Wooc2<E0c8ooc2<F00Soor2<G01hooe2<H04Qooa2<I03Koo/2<J000Dl\#
        B2<J04Hoor2<K0DGoog2<L00Wooo2<M05iool2<N00\oop2<O0;Eoow2<P00goox2<Q00hooH2<R00>ooS2<S00Ioo\#
         2<T001oot2<U0AQoot2<V09e8bh2<V17Pooy2<W00ioou2<X07Uooe2<Y01ooon2<Z00^oon2<[00^oot2<\09e1Y\#
        m2<\07JooC2<]009ooe2<^00Uooe2<_086ooe2<`068ooa2<a0:Sooe2<b00U6dr2<b0@9ooy2<c04^ooo2<d01Woo\#
        t2<e06hook2<f0Zbooe2<h07Yooc2<i0c8ooe2<j070oom2<k0e@ooo2<l0E[oor2<m0N`ooI2<n00?ooo2<o01Woo\#
        P2=000Foop2=104YooB2=2008oog2=300Woo/2=4000EQt2=409e<Vg2=400Wooy2=500i41 2=5001oor2=604:oo\#
        A2=7007oo/2=8000EUn2=80?Voo-2=9000oo/2=:000EWe2=:068ooN2=;00Doot2=<07dEYp2=<06foo-2==000oo\#
        f2=>00Voo/2=?000E]n2=?0=Koor2=@0Eoooe2=A0V\oo/2=B000Efk2=B00[oon2=C07Kook2=D00[oos2=E0>Coo\#
        -2=F0T4ooe2=G08Ioot2=H09e8@n2=H0Dmooo2=I01Woo 2=J001ood2=K0U2ooB2=L008oot2=M09e48b2=M05Yoo\#
        h2=N00Xooi2=O03Coos2=P00cEmB2=P008ooe2=Q0F9oon2=R06eooe2=S0[3ooo2=T05ioou2=U0PFooe2=V00Uoo\#
        p2=W0]Toot2=X09e<^B2=X008oot2=Y00doot2=Z0I2ool2=[05]ool2=\0g]oor2=]00bF7l2=]00\oon2=^12?oo\#
        E2=_00;ooi2=`0@^ooy2=a0Qeool2=b05goop2=c04Yooc2=d00SooS2=e00Ioop2=f0E7ooe2=g07<ooo2=h0?Ioo\#
        t2=i00d<aS2=i00Iooo2=j05iooh2=k01door2=l16Jooo2=m01Wooo2=n05ioon2=o00^oou2>003>oot2>109eoo\#
        b2>20?dooa2>30@aoot2>40C7oot2>509e=md2>500Toor2>600boov2>700fooo2>806;oor2>900booe2>:07koo\#
        s2>;0OCool2><05goot2>=0C794e2>=068ooP2>>00Fooh2>?174ook2>@0gQool2>A00\ooV2>B00Loo-2>C000oo\#
        o2>D062ood2>E0eGooL2>F00Boow2>G0INooC2>H009oo 2>I001ooU2>K00Kool2>L00\ooe2>M07Coos2>N085oo\#
         2>O001ooa2>P0@:oou2>Q07eooe2>R00Uoon2>S03ioor2>T084oor2>U06F?9t2>U04Zooe2>V06Looi2>W00Yoo\#
        p2>X03jooo2>Y01Woon2>Z0^Zoor2>[0PJooP2>\00Foos2>]00cooe2>^068oot2>_00doos2>`0akoof2>a00Voo\#
        t2>b09eFjl2>b0[:oom2>c00]oov2>d0m7ook2>e0Lcoog2>f0EToom2>g0Zcoo 2>h001oon2>i0=Kooh2>j05ooo\#
        l2>k0M4oon2>l00^ooS2>m04@ooa2>n0C9ood2>o0Q8oou2?00KJoot2?109e>5t2?10C7G;o2?101WooW2?200Moo\#
        t2?30C7oo-2?4000=3B2?4008ooa2?50ABoot2?607dooc2?700Sooo2?8062ooo2?905ioor2?:0EE51_2?:000oo\#
        c2?;07]oot2?<0F1oom2?=00]?Ln2?=06eooc2?>06cooo2??00_oow2?@00gooc2?A07]oon2?B05^oor2?C063oo\#
        c2?D00Sooh2?E0F?ooi2?F05\:Tv2?F00food2?G00Toof2?H00Voot2?I0C7>>B2?I008ood2?J00Tooo2?K05ioo\#
        o2?L05iooc2?M00Sooe2?N1;^oot2?O0C72Gn2?O0Dmoot2?P0C72Lm2?P082oot2?Q0C71dh2?Q00Xoo.2?R000oo\#
        o2?S05ioos2?T06Y@7t2?T00dooe2?U0C2:dt2?U0DJoox2?V00hoor2?W0Djooe2?X086ooi2?Z05\9Ur2?Z07ooo\#
        o2?[00_ooc2?\00Sooi2?]071ooa2?^07;ooj2?_00Z2_e2?_00Uoo.2?`000oo/2?a000oon2?b07Kooc2?c00Soo\#
        r2?d06Fooa2?e0CKoof2?f00Vooe2?g07Yood2?h01>oot2?i09eA4k2?i00[ooM2?j00Coo-2?k000ooi2?l06Moo\#
        o2?m05ioom2?n00]oo 2?o001oou2@000eooh2@10S`ooe2@21;^ooh2@30F?7^d2@30U2ooc2@400Sooe2@5070oo\#
        s2@600coos2@700cooa2@8073ooo2@9062AAp2@907boo.2@:000oof2@;00Vooe2@<1;^oo-2@=000ooe2@>07Coo\#
        -2@?000ooc2@@00Sooc2@A00Sooa2@B05moom2@C0U@oor2@D00bool2@E0g]ool2@F0g]ooi2@G0RCoot2@H0C7oo\#
        X2@I00Nooo2@J076ood2@K00Tooi2@L00Yoov2@M1;1ooe2@N068ood2@O0Q8oos2@P05`oo/2@Q000BDm2@Q07Joo\#
        r2@R06F8ee2@R07<oo_2@S000ooo2@T00_ooV2@U00Loor2@V063oot2@W00d0e-2@W000oor2@X00boog2@Y06]oo\#
        b2@Z00Rooc2@[07joor2@\00boo/2@]000BWt2@]0C7=Uo2@]07noob2@^00Rooo2@_05iooe2@`07Y8^g2@`00Woo\#
        r2@a06F1ae2@a07Oooe2@b068ooi2@c0Ccooy2@d00i2cp2@d00`ooo2@e0E[oot2@f00dooi2@g087oos2@h00coo\#
        a2@i0CKoor2@j0W:oor2@k063ooa2@l0TP1It2@l0C72Se2@l07kooi2@m05foot2@n09e3Ql2@n0g]oob2@o0FZoo\#
        c2A000Soo-2A1000CHn2A106eooc2A206coob2A300Rooe2A407Oooe2A507koor2A61>Oooc2A706Boor2A806Foo\#
        c2A907joo42A:000oop2A;0jYooo2A<07nooe2A=08>oo-2A>000oox2A?06Ioov2A@06Hoot2AA00d0b 2AA001oo\#
        r2AB063oo.2AC000oot2AD07doou2AE07eoo.2AF000oop2AG07Looe2AH07Yoos2AI085ooo2AJ05ioot2AK0C73B\#
        g2AK00Woos2AL06^ooa2AM00Qooe2AN068ooe2AO0j@ooe2AP05eoo@2AQ000ooy2AR07:oot2AS0TR17a2AS07;oo\#
        i2AT071oot2AU0C7oo-2AV000oob2AW00Rooc2AX06Boot2AY06hoo.2AZ000ooe2A[07Cooc2A\00Soob2A]00Roo\#
        r2A^00booo2A_076ood2A`00Tooe2Aa054ooo2Ab05iooe2Ac07Cooa2Ad0CAooc2Ae06coon2Af07Koo/2Ag000F0\#
        a2Ag06Aooe2Ah07Yooa2Ai07Xooo2Aj05iooi2Ak06Moo-2Al000oou2Am00eooi2An07moo.2Ao000oot2B009e7d\#
        i2B007moot2B10C714o2B100_FDc2B100Sood2B200TooC2B3009ooo2B405iooc2B507]oo 2B6001ooB2B7008oo\#
        a2B807iooi2B900Yoor2B:0FOoor2B;00bGGb2B;00Rooi2B<0fooon2B=0EUoo-2B>000oo-2B?000ooo2B@05ioo\#
        u2BA07Uoor2BB06Foou2BC00eooo2BD062ooe2BE07Yoof2BF00VooC2BG009oom2BH0kLooo2BI062ooe2BJ068oo\#
        -2BK000oob2BL00Rooa2BM0:SooC2BN009ooc2BO0c8oor2BP06F2OT2BP00J?Fo2BP01Wool2BQ01foo12BR000oo\#
        l2BS0]Looo2BT01Woot2BU0Q=ooe2BV0C2oot2BW00doop2BX0IFooB2BY008ooo2BZ04fooo2B[0<7ooB2B\015B=\#
        w2B\0INoor2B]06F?El2B]05]oot2B^09e?Ia2B^06boor2B_01hooB2B`008ooe2Ba04Qooo2Bb0:Hood2Bc06Coo\#
        o2Bd01WooF2Be00<ood2Bf00Tool2Bg00\ooc2Bh0c8ooo2Bi09iook2Bj00[ooi2Bk0f4oo-2Bl000oot2Bm06_oo\#
        s2Bn00cooa2Bo0@:oot2C000d:Jt2C009e4Yx2C009f?Se2C008>oot2C109e?Tt2C109e?Vo2C101Woo 2C20\Soo\#
        d2C301>oor2C401hoot2C509e?Xg2C500Wood2C600TooB2C7008oor2C80Pjooe2C904Qoon2C:00^oob2C;00Roo\#
        G2C<00=ooo2C=0Y1ooe2C>068oot2C?09e4Re2C?06T:St2C?0AQooi2C@0R<ooq2CA00aooB2CB008ooa2CC00Qoo\#
        e2CD00Uooo2CE01Woo-2CF000oo-2CG000ood2CH00T67E2CH00;oor2CI07o?fe2CI0?GooP2CJ00Foot2CK09e4]\#
        r2CK0AGoot2CL0C77Kt2CL0eNooh2CM0kZ?ke2CM0JBoot2CN09eook2CO0Lcoon2CP0TZ:ar2CP06F6]t2CP0CPoo\#
        c2CQ00Sooe2CR08>oor2CS06F9Xt2CS09e@2t2CS0C76Fe2CS0>aooe2CU0:@ooo2CV01Woot2CW0DW@4p2CW07boo\#
        t2CX09eoos2CY08jooo2CZ01WooB2C[008oop2C\04Yoos2C]051ooL2C^00BooN2C_00Dooi2C`0?Hoog2Ca0=Joo\#
        l2Cb00\oot2Cc09eooa2Cd0@:ooe2Ce07^oob2Cf0B19Pe2Cf0ERoon2Cg0=Kooe2Ch07Yooe2Ci07Yool2Ck00\oo\#
        o2Cl05iooy2Cm00i:oo2Cm00_oo 2Cn001oo 2Co001ooS2D00KaooV2D100Loob2D200Roo 2D3001ooe2D40B`oo\#
        j2D50OKooC2D6009oos2D7064oom2D80@>oon2D90F<ooC2D:009ooo2D;0FFooC2D<0Rcoor2D=0EE=?t2D=0F1oo\#
        t2D>09e@fo2D>0@@oog2D?01?ooy2D@04^oon2DA0@kooa2DB08<ood2DC0FPoou2DD09aoo 2DE001ooo2DF01Woo\#
        e2DG07OooD2DH00koo 2DI001ooo2DJ01Woot2DK0TR3] 2DK001oor2DL06F@Ua2DL0ABoo-2DM000oot2DN0Q=oo\#
        r2DO04:oot2DP09e>Kn2DP0=ooo 2DQ001ooN2DR00Dooe2DS01ooop2DT0FCoo 2DU001oot2DV07dooo2DW01Woo\#
        o2DX02Voou2DY01Hoot2DZ09eoou2D[04[oow2D\0INooi2D]04Cooo2D^04XooB2D_1Liooe2D`086ooo2Da01Woo\#
        x2Db0nhoor2Dc06Foor2Dd01hoo 2De001ooo2Df01WooA2Dg04jA;e2Dg07kooA2Dh007ooe2Di0^;oor2Dj0EEA@\#
        a2Dj19Eooe2Dk0WRooo2Dl07aooh2Dm1>Zooc2Do0j\oo.2E0000oow2E100gooA2E2007ooh2E307PAES2E300Ioo\#
        P2E400FooR2E500Hooo2E605ioon2E70=ooo/2E8000AHB2E8008oot2E900door2E:01hooB2E;008ook2E<0SfAM\#
        /2E<000ANh2E<174oor2E=0@Boot2E>09eARI2E>00?oot2E?0C7oow2E@0INoou2EA00eooP2EB00Fooe2EC0:doo\#
        w2ED0INoop2EE07boow2EF0INooS2EG0Reooe2EH0;\oos2EI0N7ool2EJ061ooo2EK01Woov2EL00foou2EM0AEoo\#
        b2EN0B1ooW2EO00Moos2EP08joow2EQ00gooe2ER08loop2ES09;ooe2ET07Yoor2EU0:>ooo2EV0:Hoot2EW0;Foo\#
        m2EX0;loos2EY0<doot2EZ0>Qooy2E[06`ooa2E\0?Xoof2E]0@4oot2E^0@Koor2E_0@coou2E`0AEoon2Ea0GRoo\#
        o2Eb07aoos2Ec064Aag2Ec0L0ooe2Ed0FAood2Ee00Tooc2Ef05Zoo-2Eg0T4oo/2Ek00000n2Ek0T]oo/2El000Ae\#
        C2El009oob2Em0B1ood2En01>oo/2Eo0006?t2Eo09e93s2Eo00coob2F00B1ooe2F107Coot2F209e>Rc2F204Poo\#
        h2F301dool2F40S1ooJ2F500@ool2F600\oo 2F7001ooe2F806Tooe2F9070oon2F:0:Mooi2F;00Yooi2F<00Yoo\#
        e2F=1;^ooe2F>00Uooe2F?00UooO2F@00Eooi2FA04Cooh2FB0\_ooB2FC008oom2FD07JooB2FE008ooa2FF0^koo\#
        a2FG05m;Xr2FG06Foot2FH05aooc2FI04Pooe2FJ03Moo 2FK001oo/2FL000BMt2FL09e2np2FL04YooB2FM008oo\#
        u2FN00eooB2FO008ooo2FP01WooA2FQ007oot2FR09e9;o2FR00_>Wn2FR0GRoot2FS09e8I/2FS000ENt2FS09e;\\#
        B2FS008oow2FT0INoov2FU00foof2FV00Vood2FW0=aoob2FX00Root2FY09eoot2FZ07door2F[063oor2F\0PJoo\#
        f2F]03food2F^0jmoor2F_06F8=o2F_01Woov2F`0m7ooe2Fa070oor2Fb06Fooo2Fc01Woot2Fd09e>[x2Fd06Ioo\#
        t2Fe0`2oo-2Ff000ooe2Fg1F_oob2Fh067oo-2Fi000ooo2Fj01Wooo2Fk01Woor2Fl0Eo;g/2Fl000C2M2Fl00Coo\#
        e2Fm04Qoot2Fn07dooa2Fo00Qoot2G00`2ooa2G106boon2G200^ook2G300[ooM2G406?oo-2G50T4ooN2G600Doo\#
        t2G709eC=r2G706Fooa2G802Cooc2G906Boot2G:09e3OP2G:00Foo.2G;06>ooF2G<00<ooC2G=0Rcoot2G>00doo\#
        -2G?000ooc2G@05Zoot2GA09e;kn2GA00^ooB2GB008oon2GC0:Moo/2GD00032T2GD0<Aooc2GE00Soo/2GF000CI\#
        t2GF0C792M2GF00CooB2GG008oob2GH08=oog2GI0HOooo2GJ05ioor2GK0<Eoor2GL0<Eooa2GM07Xoou2GN00eoo\#
        b2GO00Roor2GP063oor2GQ06Foos2GR07@ooS2GS00IooW2GT00Moou2GU04[oor2GV01hooe2GW0:@ooT2GX00Joo\#
        y2GY04^ooo2GZ05iooB2G[008ooe2G\1;^oox2G]06I>St2G]05aoop2G^06fool2G_0[:oot2G`09eooh2Ga174oo\#
        i2Gb00Yoot2Gc0C73fx2Gc02>oom2Gd0;2ooo2Ge03]oo.2Gf000ooC2Gg06Zooo2Gh01Woox2Gi09foo)2Gj000EG\#
        /2Gj0002RP2Gj00FooB2Gk008ooL2Gl0AMoos2Gm00coo 2Gn001ooo2Go08BooB2H0008oor2H106Foor2H206Foo\#
        /2H3000D7c2H306coot2H409e3na2H40@DooP2H50KP3U 2H5001ooy2H600ioo.2H9000ooc2H:00SooB2H;008oo\#
        -2H<000oot2H=06_9Ze2H=0W8oot2H>07doos2H?0NmooP2H@00Foot2HA0:Dooo2HB01Woon2HC06eoo/2HD000DF\#
        e2HD07Coon2HE0\nooa2HF09Gooa2HG07;ooD2HH03oooi2HI00Yoo/2HJ000DLt2HJ0DWoot2HK0DWool2HL0FLoo\#
        /2HM000C;B2HM008oob2HN00Rool2HO17g<It2HO1nJoo 2HP001oom2HQ02mooe2HR0lRoo/2HS000DUl2HS0[:oo\#
        e2HT05Coo/2HU000DZt2HU00doou2HV07Mooo2HW01Woog2HX0?0ooe2HY0F9oog2HZ00Woot2H[00dooh2H\00Xoo\#
        c2H]0I6ooB2H^008ooh2H_0dLooo2H`00_ooL2Ha00Booe2Hb08IooB2Hc008ooo2Hd076ooo2He01Woo(2Hf000oo\#
        t2Hg09e3>h2Hg174ooe2Hh05nooa2Hi0:Sooc2Hj0@;oor2Hk0=[ooo2Hl01Wooo2Hm07Zoo 2Hn001oot2Ho0C7<N\#
        a2Ho073oor2I007Sooe2I108>oow2I200gooe2I302]ooc2I404PooE2I500;ooi2I60R<ooe2I71KAooB2I8008oo\#
        t2I900doon2I:00^oos2I;00coot2I<00dooe2I=07<ooa2I>01bool2I?06D<S 2I?001oo 2I@001oow2IA0INoo\#
        a2IB0PGoon2IC0@koot2ID09e=fB2ID008oo-2IE000ooe2IF070ooB2IG008ooh2IH174oor2II06F>je2II19=oo\#
        v2IJ00fooP2IK00Foom2IL02moot2IM09eEOr2IM04:ooi2IN0@^ooo2IO01WooP2IP00Fooy2IQ00iooP2IR00Foo\#
        e2IS0?Good2IT01>ook2IU0O]ooS2IV00Ioor2IW06F=io2IW03]oop2IX00`ooA2IY007ooe2IZ06Loog2I[0LbE^\#
        v2I[00fooP2I\00FooA2I]007ooe2I^07Cooe2I_0709et2I_0MnooG2I`00=ooB2Ia008ooe2Ib07Coot2Ic09e9@\#
        P2Ic00Foor2Id06<6fo2Id01Wooi2Ie05fooo2If00_oon2Ig0=Kooo2Ih01Woor2Ii06F=kg2Ii00Woon2Ij00^oo\#
        t2Ik0C77Mt2Ik0c3ooB2Il008oo 2Im001ooo2In01Wooa2Io07i><i2Io07mool2J00Bbooe2J11;^ooe2J200Uoo\#
        e2J31F3ooy2J402?ood2J50Q8oo 2J60dgooi2J7075ooi2J80@^ooo2J9062ooe2J:04QooR2J;00HooB2J<008oo\#
        x2J=00hooc2J>04Poot2J?0C72Ke2J?0:@ooc2J@1J8oot2JA09eFJt2JA0C76h.2JA000oom2JB082oo/2JC000BP\#
        o2JC0Omoot2JD0Q=oo.2JE000ooe2JF068oo/2JG000FIe2JG086oo/2JH000FL.2JH000ooa2JI06Aoos2JJ0akFM\#
        i2JJ075oor2JK06F<f-2JK000ooS2JL00Iool2JM00\ooe2JN00Uooa2JO053ooC2JP009oor2JQ00booa2JR19Eoo\#
        i2JS03Cool2JT0[:ooa2JU01booB2JV008ooH2JW00>oop2JX04oooa2JY073Fnr2JY0EEooe2JZ0FMFSm2JZ00]oo\#
        r2J[0PJoor2J\084oon2J]00^ool2J^0>booe2J_07Y?8a2J_0@aoor2J`06Foon2Ja06eoos2Jb07TFRt2Jb09eoo\#
        B2Jc008ooc2Jd0c8oo.2Je000oo.2Jf000oor2Jg06FooB2Jh008oo/2Ji0008ho2Ji00_ooe2Jj00Uooa2Jk07;oo\#
        e2Jl1A1oo 2Jm001ooe2Jn0V\ooe2Jo0nUG9m2Jo00]ook2K00Lcooe2K10CBooP2K200Food2K300TooS2K40?Roo\#
        n2K505^ooe2K60d3oop2K70]Toot2K809e=2e2K805Coo/2K9000G>o2K901Woon2K:05^ooB2K;008ooo2K<062oo\#
        m2K=07J?Bt2K=0C73Ec2K=00Sooa2K>05mooe2K?0WDoos2K@00c?M-2K@000oor2KA00booe2KB08>ooo2KC062oo\#
        -2KD000ooa2KE0CKoor2KF063oob2KG00Rooe2KH086ooc2KI00Sooc2KJ00Sooo2KK01Wooo2KL06;oot2KM0C7:\\#
        t2KM0C72Nh2KM05ooor2KN1O@>?k2KN0V0oob2KO00Roou2KP00eooo2KQ00_oot2KR0C77[e2KR07koop2KS0UK4T\#
        b2KS00Rooe2KT07YooS2KU00Ioos2KV00cooa2KW0FDoon2KX07Koor2KY063oon2KZ0Dfooe2K[00Uoob2K\00Roo\#
        o2K]00_oos2K^00coob2K_07Booh2K`05ooos2Ka07[oow2Kb0TKooi2Kc06Moos2Kd0Eeoov2Ke08koo.2Kf000oo\#
        o2Kg03PooI2Kh00?oon2Ki0D4oot2Kj0C71Xo2Kj07?ooU2Kk00Koop2Kl083ooi2Km0fooor2Kn1O@oo-2Ko000oo\#
        a2L005moox2L106Ioop2L207booC2L3009oon2L405^ooi2L507Qooi2L600Yooi2L706Moor2L81O@2Hs2L800coo\#
        t2L90EF2Db2L900Rooo2L:062ooo2L;062oom2L<00]oo 2L=0hVooa2L>07Xooe2L?1;^ooe2L@1;^ood2LA0eGoo\#
        /2LB000AnC2LB009ooa2LC00Qooe2LD068ooo2LE00_8Me2LE1NVoor2LF06F>:e2LF0d3ooe2LG07^oo-2LH000oo\#
        d2LI06Coob2LJ00Roo_2LK000ooi2LL055ooa2LM0CKood2LN00Tooa2LO07Xoop2LP00`ooo2LQ05iooh2LR0F?oo\#
        g2LS00Wooo2LT00_ooo2LU05ioot2LV0C7BZg2LV00Woor2LW06Foor2LX06Fooa2LY06boor2LZ07Soov2L[00foo\#
        c2L\07jooa2L]06booe2L^07^oow2L_0TKooc2L`0j\ooa2La0CKoor2Lb06Foon2Lc0Boooe2Ld1;^oo.2Le000oo\#
        r2Lf063oog2Lg00Woo-2Lh000ooo2Li05ioot2Lj00doo 2Lk001ooc2Ll1Qcooo2Lm062oo/2Ln0004dh2Ln0F?8]\#
        .2Ln000ooi2Lo1>Woor2M000boob2M10FZoos2M200coos2M300cooi2M4087oos2M500cooa2M60CKooi2M700Yoo\#
        .2M8000oop2M9083ooc2M:00Sooe2M;0ERooq2M<00aooa2M=00Qoot2M>0C7>g/2M>000D[c2M>07]oot2M?05aoo\#
        a2M@0CSoor2MA0Eo@1-2MA000oon2MB00^oo-2MC000oor2MD05_ood2ME00Too/2MF000E5v2MF00fooo2MG05ioo\#
        h2MH05o8Z-2MH000ooc2MI00Soor2MJ0EEooo2MK0627eo2MK05iooh2ML00Xoor2MM00boos2MN06=oor2MO0AZoo\#
        t2MP0C7ooC2MQ009oog2MR00Woo-2MS000oos2MT00cood2MU05[oos2MV0Eeoom2MW00]oot2MX0C724l2MX0D3oo\#
        q2MY00aoor2MZ084ooo2M[00_ooe2M\00Uoom2M]06doot2M^00doob2M_067ooh2M`01doot2Ma0C73Lr2Ma0Ejoo\#
        B2Mb008ooo2Mc01Wool2Md05]7`g2Md00Woo-2Me000ooo2Mf05ioov2Mg1;1ooy2Mh07Goob2Mi00Roof2Mj00Voo\#
        t2Mk0C7ool2Ml0E]oom2Mm00]oop2Mn083oom2Mo07Joov2N006Hooa2N106Koor2N201hooe2N31?Goom2N407Joo\#
        r2N506F=1b2N500Rooo2N605ioow2N70INoor2N801hooh2N9174:8t2N909e0di2N90:Goo72N:005ooe2N;11D0:\#
        t2N;09eoou2N<0d;oo 2N=001ooi2N>07mool2N?00\ooo2N@01Woop2NA07Loog2NB0KBool2NC0[:ooy2ND07:oo\#
        O2NE00Eooa2NF0:Sooo2NG01Wooa2NH0@:oou2NI0I@oor2NJ06<oot2NK09e?No2NK02Goou2NL00eooe2NM00Uoo\#
        h2NN174oow2NO0HZooB2NP008oot2NQ1:3ooG2NR00=oos2NS00c3Yo2NS07aoor2NT0PJoob2NU0FZoot2NV09e76\#
        R2NV00HooB2NW008ooa2NX0:Soo 2NY001ooe2NZ068ooo2N[01Woot2N\0cbooa2N]0@:oot2N^00d5:o2N^05ioo\#
        u2N_02Xoot2N`0lY?\r2N`06F11i2N`0R<oom2Na0e@oou2Nb00eooo2Nc01Woor2Nd05_oow2Ne00goot2Nf09eoo\#
        W2Ng00MooF2Nh00<oox2Ni02>oov2Nj06Hoor2Nk04:ook2Nl00[ooy2Nm19L4S 2Nm001oo-2Nn000ooP2No00Foo\#
        a2O00TPoor2O1063oob2O20FZ@@B2O2008ooS2O300Iooc2O40I6oot2O509e>Ae2O50F5oo/2O6000C<.2O6000oo\#
        t2O709e:eo2O701Wooi2O80@^ooe2O907^ooi2O:03Cooe2O;03Zoov2O<0OHooh2O=0L`ooo2O>076oo/2O?000E:\#
        r2O?0PJoor2O@0Eo9Rb2O@00Rook2OA0Lcoo-2OB000oo-2OD000ooR2OK06@ooi2OL075oot2OM0C78Wk2OM07Ioo\#
        B2ON008ooB2OO008ooc2OP04Pooe2OQ054ooo2OR05ioom2OS00]oon2OT00^ooe2OU0b3ooS2OV00Ioos2OW00coo\#
        a2OX0PNooc2OY00Soor2OZ01hool2O[00\0oo2O[0eoooo2O\07nooB2O]008ooe2O^08loon2O_0@koot2O`0QMoo\#
        t2Oa0FXooe2Ob0Wkooe2Oc0HPooC2Od009oot2Oe09e>9r2Oe06F3oC2Oe009oob2Of00Root2Og09eooF2Oh00<oo\#
        c2Oi05ZooA2Oj007oos2Ok0d:ooo2Ol0?Iooi2Om0MVooS2On00Iooi2Oo03[oot2P00:fooi2P107QooD2P200koo\#
        B2P3008oot2P409e1h-2P40<4oot2P509Foo/2P6000@`s2P60@hool2P70[:ooc2P806cooc2P90@Uooo2P:1_Coo\#
        m2P;00]oot2P<09e47t2P<1B_oop2P=00`ooa2P>0:SooB2P?008oot2P@09e;Er2P@06Foog2PB01?oo 2PC001oo\#
        t2PD1M4oor2PE0DGoo 2PF001oo 2PG001oo-2PH000ooh2PI1>Zoon2PJ00^ooe2PK08>oog2PL01?ooe2PM04Qoo\#
        r2PN04:ooS2PO04@oot2PP0C7=Ni2PP0MVooo2PQ01Wooe2PR07kooa2PS0:Sooo2PT01WooE2PU1J`oov2PV0PWoo\#
        T2PW00Joo/2PX000AOl2PX0[:ooc2PY00Soor2PZ04:oop2P[0Ibool2P\0[:ooe2P]0F5ool2P^0[:ooe2P_04Qoo\#
        e2P`0Jdoob2Pa00Rooi2Pb075oot2Pc09e>Pi2Pc087oos2Pd0Qmoo 2Pe0Rbooo2Pf05Foo-2Pg000ooo2Ph08Boo\#
        n2Pi0GRoos2Pj07Tooa2Pk06Aoot2Pl0I2oou2Pm0I@ooe2Pn0JLooi2Po0K5oop2Q007booe2Q107koos2Q20DLoo\#
        d2Q30O_ooe2Q40P?ooe2Q50Pboou2Q600eoos2Q70Qmoot2Q800dooc2Q900Sooe2Q:0^;oor2Q;0DG0=u2Q;00eoo\#
        k2Q<00[ooI2Q=00?ooM2Q?00CooN2Q@00DooV2QA00Looi2QB0MVoor2QC01hoo 2QD0Rboos2QE08jooB2QF008oo\#
         2QG0Rboor2QH0EEoor2QI0@9oor2QJ0:Aood2QK0f@B1o2QK034oos2QL077B3r2QL00boor2QM06Foor2QO06Foo\#
        n2QP00^ooo2QQ00_9>n2QQ06eoor2QR1O@50r2QR06FB?r2QR06F4XT2QR00J8Ss2QR06gooe2QS0WRooo2QT01Woo\#
         2QU001ooo2QV01Woor2QW12doo/2QX000BH/2QX000BIa2QX05mooa2QY06Aoom2QZ00]ooi2Q[0@^ooo2Q\01Woo\#
        t2Q]00dooo2Q^01Woot2Q_09eoor2Q`01Eoot2Qa00d;[o2Qa01Wool2Qb0[:ooe2Qc086oou2Qd06Pooi2Qe0M@oo\#
        o2Qf05ioo/2Qg000B^e2Qg0F9ooy2Qh00iooc2Qi0c8oo 2Qj001ooS2Qk00Ioot2Ql09e0ne2Ql1A1oor2Qm06Foo\#
        /2Qn000Bgt2Qn09e0Ae2Qn00Uooo2Qo140oor2R000booc2R11YZooo2R20CRoow2R300goot2R409e=Wt2R409e1>\#
        i2R403Oooa2R50@:oo-2R6000ool2R705]ooo2R8140ooB2R9008ooe2R:07Cooi2R;071ooe2R<03MooM2R=00Coo\#
        e2R>03Zoon2R?00^ooc2R@0;Moot2RA00door2RB04:ooi2RC00Yooe2RD02Door2RE01hoot2RF00dooU2RG00Koo\#
        h2RH05oooe2RI07Cooo2RJ01Woon2RK00^ooP2RL0KPooo2RM062ooo2RN03Pooo2RO01Wooo2RP05ioo 2RQ001oo\#
        t2RR0C77?v2RR00foov2RS00fooc2RT05Zoor2RU084ooo2RV05iooa2RW0CKoo 2RX001ooR2RY00HooS2RZ04Moo\#
        e2R[05Coor2R\0@gooa2R]0:Sooc2R^0I6ooi2R_04eoon2R`0@koot2Ra0C7ooI2Rb01M<5r2Rb1O@8Cu2Rb00eoo\#
        t2Rc00dooe2Rd00Uoo/2Re000CbB2Re008oon2Rf06eoop2Rg0;Eooa2Rh0J3oot2Ri0>Qooi2Rj00Yooh2Rk01doo\#
        t2Rl09e2kB2Rl008oor2Rm04:ooo2Rn01WooV2Ro00Loo.2S0000ooT2S100Joor2S20F`ooo2S301WooH2S400>oo\#
        /2S50007Bs2S50647;r2S50DFooC2S6009oo-2S7000ooB2S8008ooU2S900KooR2S:00Hooo2S;062ooo2S<01Woo\#
        G2S=00=ooe2S>0jZoos2S?00cooe2S@0aTooa2SA043ooa2SB07ioot2SC09e>ee2SC07CooS2SD00Iood2SE10doo\#
        r2SF0H3oop2SG0E7ooR2SH00Hooe2SI00Uoo-2SJ000oo 2SK0015^l2SK00\ooo2SL01Wooo2SM05iooo2SN07noo\#
        M2SO00Cooa2SP0<`ooL2SQ00Booe2SR00Uoob2SS0B1oot2ST00doot2SU0ESoot2SV09e=ce2SV0NgooC2SW009oo\#
        i2SX06Uoo/2SY000D^t2SY06_ook2SZ0Zbooo2S[01Wooe2S\18Koon2S]07Kooi2S^03Coor2S_06Fooa2S`01Roo\#
        u2Sa07Moot2Sb09e<Wh2Sb00Xoo 2Sc001oo.2Sd06>oow2Se0INoou2Sf0PKook2Sg0M9oot2Sh09eooB2Si008oo\#
        F2Sj00<oos2Sk05`6ee2Sk07Yoob2Sl0FZE1e2Sl08>ooa2Sm0<Hooh2Sn0@7oov2So02=oom2T00e@ooc2T11]aoo\#
        o2T201Wooy2T300ioos2T400cooi2T507_ooe2T607koop2T706Eoop2T80:;ooI2T900?ooi2T:00Yool2T;0[:oo\#
        p2T<0c4oot2T=0QMooo2T>01Woos2T?00coor2T@06Fooo2TA01Woo32TB004oo.2TC06>ooe2TD086ooa2TE043oo\#
        a2TF0<`ooe2TG0?Good2TH0Q8oot2TI09e9lr2TI04:ooB2TJ008oor2TK04:oov2TL06Hoos2TM08jooI2TN00?oo\#
        e2TO04Qoon2TP07Kooi2TQ07QooI2TR019EZe2TR0D1ooe2TS086oor2TT04:oou2TU01HooB2TV008ooB2TW008oo\#
        o2TX02Vooo2TY01Woo32TZ004ooa2T[043oot2T\09e70l2T\00\ooo2T]00_ook2T^0Lcoot2T_09e?0o2T_06Woo\#
        t2T`00dF>/2T`000Eoo2T`01WooI2Ta00?oot2Tb09e3^f2Tb00Vooy2Tc07:oor2Td1O@F3d2Td06Coot2Te1Xnoo\#
        e2Tf0;Gooe2Tg0d3ooR2Th00Hooc2Ti06cood2Tj0Q8oom2Tk07J4Kr2Tk0@Booe2Tl04Booo2Tm01Wooy2Tn00ioo\#
        a2To05mooc2U00I6ooh2U11\]ooI2U200?ooa2U307;7gt2U30bX4hi2U30d9ooo2U400_oo 2U5001ool2U606Doo\#
        n2U700^oom2U800]80c2U806cooc2U900Soop2U:04Yooi2U;075ooO2U<00Eool2U=0AVooh2U>01doon2U?00^65\#
        t2U?1M4oon2U@0=Kooe2UA00Uoop2UB0:;oor2UC01Xoou2UD02aoot2UE0AQooB2UF008ooo2UG07?ooc2UH0c8oo\#
        e2UI07Yoo 2UJ001ooi2UK0NWoot2UL0Q=oo/2UM000FYf2UM0DUoo/2UN000F[o2UN01Wooh2UO174ooo2UP00_oo\#
        c2UQ00SooB2UR008ooo2US01WooS2UT00Ioor2UU06Foop2UV0E7oo-2UW1T3ooS2UX00IooC2UY009ooo2UZ07?oo\#
         2U[001ooS2U\00Ioor2U]04:ooe2U^068ooB2U_04Hood2U`00Toor2Ua1814>A2Ua007oob2Ub0B1oot2Uc09e1K\#
        s2Uc00cooo2Ud01Woo.2Ue000oor2Uf063oon2Ug05^oo 2Uh001ooa2Ui00Qoog2Uj00Woob2Uk0FZoor2Ul00boo\#
        b2Um00Roow2Un0TKooa2Uo0CKooo2V005ioor2V10FOoo_2V2000oo_2V3000oot2V409e56m2V40CXool2V500\oo\#
        c2V600Soor2V705joon2V800^oo.2V9000ooc2V:06Booo2V;05ioo-2V<000ooE2V=04Iooe2V>07^ooi2V?05\oo\#
        @2V@000ooa2VA0CKoog2VB00Woos2VC00coo_2VD000oor2VE00booc2VF07]ooo2VG05iooe2VH0CBoo.2VI000oo\#
        l2VJ0g]ooe2VK00Uoo 2VL001ooi2VM087oot2VN00doon2VO0=ooom2VP02mood2VQ0U5oon2VR0E@oop2VS04ooo\#
        t2VT0FKoov2VU1;1oo/2VV00087s2VV00coot2VW05aoot2VX00dooy2VY07Voor2VZ01hooe2V[07Coon2V\0EYoo\#
        s2V]06gool2V^0D3oop2V_07booo2V`05ioom2Va07JAPm2Va07JAQo2Va07?ATs2Va00coow2Vb0Eboor2Vc1O@Af\#
        r2Vc1O@>Qa2Vc19Eoor2Vd01hood2Ve05[oov2Vf0CUoor2Vg0FO0Vr2Vg181;Wt2Vg00dBCb2Vg00Roob2Vh06722\#
        o2Vh05ioob2Vi00Roos2Vj06goow2Vk0TKooo2Vl06;ood2Vm05[oot2Vn00doot2Vo0C75le2Vo0WRoo-2W0000oo\#
        l2W100\oot2W20C7BYi2W206Uool2W300\0F/2W3000ECb2W305Yooo2W40E[ooe2W5086oor2W6063ool2W705]>\\#
        t2W700dool2W80g]ooh2W91>Zoow2W:0TKoon2W;00^ood2W<00Toor2W=1O@7bc2W=00Sooa2W>0CKoo32W?004oo\#
        m2W@00]oot2WA0C7CPe2WA07kooN2WB00Dooh2WC1caoou2WD07Mooc2WE00Soon2WF1Qjooe2WG07Yooc2WH0X6oo\#
        m2WI07`oop2WJ07booe2WK00Uooc2WL07]oow2WM0TKooo2WN00_ooc2WO00Soo.2WP000ooo2WQ062oon2WR0VZoo\#
        u2WS00eoob2WT05Yooa2WU05mooe2WV07kood2WW0TSoob2WX00Rooy2WY07Goob2WZ00Roog2W[00Woos2W\06=7G\#
        i2W\087oot2W]0C71Rc2W]00Sooo2W^062oos2W_07[4jt2W_0C7oou2W`00eooe2Wa07Yoo/2Wb000EVs2Wb07[oo\#
        /2Wc0007Er2Wc01hooe2Wd06Toom2We00]ooB2Wf008ooe2Wg068ooe2Wh0Vooob2Wi00Rooe2Wj00U5Su2Wj00eoo\#
        a2Wk07X=ln2Wk07Koos2Wl00cF<e2Wl07<ooo2Wm07nooo2Wn0CRooe2Wo0:@ooe2X00W8ooo2X101Woot2X209eFN\#
        h2X200Xooh2X300Xoot2X40C71Ue2X41NVooc2X500Sooo2X605iooe2X706Loo/2X8000FWs2X80Vgooo2X907?oo\#
        .2X:000oo/2X;000Fdi2X;087oov2X<00fooa2X=0:Soo.2X>06>oo/2X?000ooo2X@05ioot2XA0C778l2XA0[:oo\#
        a2XB0:Sooe2XC00Uoo.2XD000ooR2XE00Hoos2XF189::W2XF00Moom2XG06dooy2XH07::<t2XH09e6Ji2XH07Qoo\#
        l2XI0]Looe2XJ00Uoot2XK00door2XL03koow2XM0INoot2XN09e9Or2XN0PJood2XO0Zlooo2XP07Zoor2XQ0;[oo\#
        c2XR00Soor2XS06FooB2XT008oos2XU0ZAooo2XV01Wooe2XW1M\ooo2XX02Vooc2XY00Sooc2XZ0c8oo-2X[0X5oo\#
        o2X\04Dooo2X]01Woow2X^0INooT2X_00Joor2X`06Foot2Xa09e73B2Xa008oor2Xb0PJoor2Xc00booa2Xd00Qoo\#
        m2Xe0e@ooe2Xf19=ooe2Xg00Uoot2Xh09e?ay2Xh00i?b/2Xh0003K/2Xh00088e2Xh05CooD2Xi02B?ep2Xi0;Eoo\#
        i2Xj087ooi2Xk0?Hooa2Xl06nooC2Xm009ooO2Xn00Eoor2Xo04:oo 2Y0001ooa2Y10CKooo2Y201Wooh2Y304Roo\#
        k2Y40Zbooc2Y506Boot2Y600doot2Y709e@8d2Y70Q8oor2Y80Eo83n2Y80=Koot2Y90>Dooa2Y:0b0oot2Y;0^loo\#
        r2Y<00booc2Y=0c8ooo2Y>05iooU2Y?00KooA2Y@007ooP2YA00FooA2YB007ooC2YC009ooH2YD00>ooR2YE00Hoo\#
        S2YF00IooT2YI00JooV2YJ00Looa2YK04Aoos2YL06g:l-2YL000ooo2YM01Wooo2YN01Wooa2YO05moor2YP0AZoo\#
        t2YQ0C7;4a2YQ07;ood2YR00Tooc2YS15mooS2YT04Moo.2YU000oon2YV0c<ooH2YW00>ooa2YX0:Soop2YY19noo\#
        r2YZ00b==o2YZ01Woon2Y[0GRoot2Y\0QMooh2Y]0dLooc2Y^0X3oor2Y_06FooS2Y`00Iooh2Ya01dooV2Yb00L;9\#
        o2Yb05ioo-2Yc000ooo2Yd02Gook2Ye00[oon2Yf01CooB2Yg008ooj2Yh0OKoot2Yi0`2ooe2Yj04Qoon2Yk06eoo\#
        e2Yl0Idool2Ym00\ooa2Yn01nooo2Yo01WooF2Z000<ooo2Z10H2oot2Z20QHooe2Z300Uooh2Z40DPooi2Z50Pnoo\#
        t2Z61ocA7e2Z607<ooC2Z7009oor2Z807Soow2Z90INooo2Z:01Woo 2Z;001ooD2Z<00:ooe2Z=08looA2Z>007oo\#
        o2Z?1_Loo-2Z@000ooC2ZA009ooB2ZB008ooC2ZC009ooB2ZD008ooe2ZE07Coor2ZF06Fooe2ZG08looa2ZH0@:oo\#
        o2ZI0?IooS2ZJ0?RAFt2ZJ0`2oot2ZK09e7is2ZK0F@oow2ZL0INoot2ZM09eoon2ZN00^ooi2ZO087ooO2ZP00Eoo\#
        e2ZQ00Uoot2ZR00dooo2ZS0?Ioo-2ZT000ooe2ZU00Uooc2ZV06Booe2ZW00Uooa2ZX0@:oo 2ZY001ooo2ZZ05ioo\#
        e2Z[00Uooc2Z\06coot2Z]0doooP2Z^00Foor2Z_0B8ooC2Z`009oor2Za0F`oot2Zb00d;O-2Zb000oo12Zc000oo\#
        i2Zd07mood2Ze0Zloon2Zf00^oon2Zg0]=ooe2Zh0F5oob2Zi00Rooi2Zj07_oo-2Zk000oot2Zl00doo-2Zm000oo\#
        c2Zn00Soot2Zo0dooo-2[0000ooi2[1060ooP2[200Fooc2[300Sood2[400TooA2[502coom2[602mooo2[703Poo\#
        e2[803Zooi2[9055oot2[:0`2ooa2[;0:SooC2[<009oob2[=00Rooo2[>01WooB2[?008oo 2[@001ooa2[A0PGoo\#
        o2[B0I7oob2[C0<looo2[D07Zoo 2[E001ooB2[F008oo/2[G000B7e2[G07Cooe2[H07Cook2[I0DZoor2[J0DGoo\#
        t2[K09e8jA2[K007oot2[L09eBFy2[L1FXFhn2[L05^oos2[M0C`ooo2[N07?ood2[O0Q8oot2[P09e7Fz2[P00joo\#
        t2[Q09e;Z/2[Q000BUt2[Q09?oot2[R09eooe2[S00Uoos2[T00coor2[U084ooa2[V0_Voot2[W0C74Er2[W06FB_\#
        p2[W00`ooh2[X174ooC2[Y009ooy2[Z04^oor2[[0FO3lB2[[008oor2[\06Foor2[]00bBho2[]07Zook2[^1jjoo\#
        t2[_0TRBje2[_08>oon2[`0=hoor2[a0PJooB2[b008ooB2[c008oor2[d00booo2[e01Woor2[f0EEoot2[g06hoo\#
        t2[h0=eooe2[i03Moow2[j0>Eooa2[k00Qooe2[l0JSooo2[m07nooe2[n0?Gooo2[o00_ood2\00;Oooa2\10:Soo\#
        r2\207ooos2\3051ooe2\40CBoor2\50EE=\t2\509e;le2\507Coo 2\60]Zoom2\707JCLn2\70=ooot2\809eoo\#
        t2\90C71MR2\900Hooe2\:086ooe2\;086oot2\<00dooe2\=07Yoot2\>0C7;ow2\>0TKooC2\?009ooe2\@04Boo\#
        L2\A0@1oob2\B0B1oov2\C0QGoow2\D0INook2\E0Zboom2\F0A>oot2\G0QMoo/2\H000CWs2\H085ooi2\I07moo\#
        r2\J06Fooo2\K01Woot2\L0DW9Ll2\L00\ooi2\M0[foo.2\N000ooo2\O00_ooe2\P0:@ooo2\Q01Wooe2\R0?Goo\#
        t2\S09e4ia2\S053ooe2\T00Uooo2\U04fook2\V0XDoot2\W09eoot2\X02`ooe2\Y07Yoor2\Z01hooU2\[00Koo\#
        o2\\01Woos2\]051oou2\^04Foom2\_07J>ct2\_09e=ao2\_02Voon2\`00^oo/2\a000DBr2\a0Eo4=r2\a0?4oo\#
        t2\b05aooB2\c008ooh2\d04Rool2\e1DXooe2\f07Yoos2\g07Too/2\h000DIl2\h06DooC2\i009ooi2\j075oo\#
        t2\k09eoot2\l0C7oor2\m00b<Ho2\m03Poog2\n0L0ooi2\o03Coor2]006Fooh2]100Xoog2]200WooB2]3008oo\#
        A2]4007ooO2]500Eoon2]606eoot2]70DJooe2]8070oot2]909eDdt2]900doos2]:00coon2];0=KooB2]<008oo\#
        c2]=05Zoot2]>0ESoot2]?06_oom2]@00]ooc2]A00Sool2]B0[:oor2]C0c9oou2]D00eoo/2]E000Dmo2]E01Woo\#
        r2]F02Hoos2]G0Eeoob2]H0FZE2d2]H0KXooo2]I00_ooe2]J0;Booe2]K19=ook2]L1nKoot2]M09e7SB2]M008oo\#
        i2]N07_oot2]O0F1oor2]P06Fooa2]Q07Noot2]R0Hnoom2]S02moon2]T06eooe2]U00Uooe2]V16oooh2]W0dLoo\#
        t2]X09eooi2]Y07_ooB2]Z008oot2][09eEK62][00nooc2]\00Soo.2]]06>oog2]^0?0oog2]_0L0oov2]`06Hoo\#
        e2]a0d3ooo2]b0?Iooo2]c01Wooe2]d0?Gooi2]e087oo/2]f000ETO2]f00Eooc2]g0@;ooe2]h07C<Yn2]h0EYoo\#
        d2]i0U2ooB2]j008ooi2]k0?Hoos2]l085ooo2]m01Wooa2]n01Rooo2]o0<7oot2^009e4gB2^0008ooi2^105\oo\#
        i2^2075ook2^307IooC2^40_1oos2^500c?4t2^509e5Zn2^502nooi2^606Moo/2^7000F5g2^700WooS2^800Ioo\#
        s2^900c<_r2^91819CS2^904@ooW2^:00Mooe2^;0d3oov2^<0PWoos2^=0?^oot2^>09e2^/2^>000F@n2^>05^oo\#
        k2^?0ZbooA2^@007oot2^A00doos2^B187oor2^C00booc2^D00Sool2^E00\oou2^F00e5oW2^F00Mooo2^G062oo\#
        i2^H0@^oon2^I0DmooK2^J00A61i2^J0RCooe2^K0:@ooo2^L1_Looe2^M0LaF\r2^M06F>4s2^M0Hmooo2^N09ioo\#
        b2^O0<Q<ni2^O0R<ooo2^P01Woon2^Q0E@ooh2^R1742</2^R000FTS2^R00Ioon2^S0a7oos2^T0d:5go2^T0UWoo\#
        t2^U09e8>E2^U1J`oor2^V00booo2^W062ooo2^X01Woot2^Y09eooe2^Z04Qoo/2^[000Fks2^[07TooC2^\009oo\#
        l2^]04Uoor2^^01hoon2^_0E@ooP2^`00Fooy2^a04^ooo2^b0?Ioor2^c06Fooo2^d01Woop2^e00`ooG2^f017oo\#
        h2^g00Xool2^h00\oot2^i09eoof2^j00Vooa2^k0CKoon2^l00^ooa2^m00Qooi2^n05\9Q_2^n000oo 2^o001oo\#
        e2_007Yooo2_105iool2_20g]oow2_30TKoot2_40C77=y2_400iF1b2_400Roob2_500Rooa2_60TXooo2_7076oo\#
        h2_805oooe2_907Yoot2_:00doot2_;00doot2_<00doot2_=0C712c2_=00SooO2_>0?looo2_?0Enoon2_@06eoo\#
        i2_A00Yoow2_B0TKooa2_C00Qoot2_D07doog2_E00Woog2_F00W@Ta2_F05moot2_G0C73Cc2_G0TAoog2_H00Woo\#
        e2_I1;^oor2_J06FooI2_K00?oos2_L0FRooo2_M07nooi2_N0MVoop2_O0<aooe2_P068ook2_Q00[3It2_Q0AQoo\#
        i2_R0Weooe2_S1NVoop2_T07booa2_U07iooe2_V07kood2_W00Tooa2_X0:Soot2_Y0EF6Xn2_Y00^oos2_Z00coo\#
        e2_[00U1Ai2_[07Qoot2_\0C75Cp2_\07bool2_]00\oot2_^1M4ooa2__0:Soo-2_`000ooe2_a0TUooo2_b05ioo\#
        t2_c0C71]o2_c05ioot2_d07dool2_e0g]oom2_f0CXooa2_g066ooc2_h07joor2_i0DG;Yd2_i00Toos2_j077oo\#
        n2_k06eooo2_l05ioog2_m0Egoom2_n00]ooa2_o0CKoo-2`0000ooe2`11;^ood2`200Tool2`30g]ooa2`400Qoo\#
        e2`5068ooo2`6062oow2`70TKoo62`800nooo2`907?oo92`:000ooE2`;03Uoos2`<23_oon2`=00^ooo2`>062oo\#
        g2`?1cgCXb2`?00Rooe2`@05nooa2`A07;ooi2`B07Qoow2`C00goor2`D0Ejool2`E0g]oo/2`F000D?o2`F062oo\#
        i2`G00Yoom2`H07JDNg2`H00Wooe2`I00Uooo2`J05ioon2`K05^oow2`L00goo.2`M000ooo2`N05ioot2`O0EMoo\#
        o2`P05iooi2`Q06Uoos2`R0FRooh2`S05ooom2`T07J<O/2`T0006Rs2`T085oor2`U06Fooi2`V07_ooa2`W0:Soo\#
        n2`X00^ooo2`Y07?ooo2`Z01Woor2`[06Fooa2`\0jQool2`]05gooa2`^00Qoob2`_07Boos2``00c6ar2``00bFF\#
        t2``0TR2Fc2``0I6ooe2`a0jZoot2`b09e=nt2`b06_ooe2`c06\oo-2`d000oor2`e063oot2`f0C7FVt2`f00doo\#
        e2`g0jIFXu2`g07Mooc2`h00Sooe2`i00Uooi2`j087oow2`k0INooc2`l00Soob2`m00Root2`n0C7D1e2`n00Uoo\#
        w2`o0INoon2a000^oo02a1002ooT2a200Jooe2a305Cooi2a407=ooc2a506cooe2a611Door2a706F5Wi2a707moo\#
        g2a800Wool2a90[:ooc2a:0c8ooF2a;0n_ooc2a<00SooM2a=00Coot2a>00dooI2a?00?ooo2a@01Wooe2aA0n2oo\#
        t2aB09e42C2aB009ooo2aC0<7ooi2aD060ooh2aE174ooc2aF00Soob2aG0?doot2aH09e:Nl2aH0[:ooe2aI04coo\#
        e2aJ07Yooo2aK01Wooc2aL0c8ooh2aM00Xoon2aN05^ooe2aO19=ooB2aP1Lioo 2aQ001oob2aR0B1ooo2aS07Roo\#
        e2aT00Uooc2aU0OEoo.2aV000oor2aW01hoob2aX03cooe2aY0?GooS2aZ00Ioow2a[0TKoot2a\09e:bo2a\0@Eoo\#
        e2a]070oot2a^00doox2a_00hooe2a`0d3ook2aa0Lcoow2ab080ooc2ac15jooh2ad07looe2ae07Yooh2af174oo\#
        t2ag0C7@An2ag04nool2ah01Aoor2ai04:oou2aj01Hoou2ak01iooe2al02]ooa2am04AooS2an04Moop2ao04Yoo\#
        t2b004Zoor2b104gooa2b2053ood2b305[ooC2b4009oot2b509e5;t2b509e@Nn2b505^9=i2b50RIoot2b605aoo\#
        a2b7066oot2b81I\oo 2b9001ooc2b:00Soot2b;178oot2b<02`oow2b=0INooy2b>07V>Ht2b>09e8<t2b>00d>I\#
        h2b>0dLooe2b?18Kooh2b@0kZ5X.2b@000ook2bA04Tooe2bB0:@oot2bC0C75<L2bC00Boor2bD0;[oo 2bE001oo\#
        i2bF07Dooo2bG01Wooe2bH0b3ooo2bI140ooa2bJ0@:ooj2bK00Zooc2bL0[Vooo2bM076oot2bN0:`oot2bO09e:3\#
        a2bO02CooC2bP009ooa2bQ0dGoor2bR06FA5L2bR00Booa2bS0choon2bT00^oor2bU01hooi2bV00Yool2bW0[:oo\#
        t2bX09eA<B2bX008ooa2bY01noon2bZ0GRoou2b[01Hoor2b\1ol63G2b\00=ooo2b]01gooo2b^01Woor2b_01hoo\#
        o2b`01Woot2ba0EF;Is2ba07[oon2bb0GRoor2bc0PJoox2bd00hooo2be140oot2bf0WSool2bg0[:oo/2bh000AL\#
        g2bh00Wooc2bi06cooR2bj00Hoor2bk06F3JS2bk00Iood2bl00TooR2bm00Hoor2bn06Foot2bo00door2c006F0W\#
        r2c00PJooC2c1009oot2c20C73jn2c200^ooo2c3062oo 2c4001oor2c504:ood2c60S0ooo2c701good2c800Too\#
        S2c900Ioo22c:003oof2c;00VooV2c<00Lood2c=00Tooi2c>115ooc2c?06Booo2c@05iooc2cA06cooA2cB007oo\#
        y2cC00i8:V2cC00Loot2cD00doo-2cE000ooM2cF00Cooa2cG06boor2cH04:ooe2cI05noor2cJ06<oo/2cK000A\\#
        a2cK0<`oob2cL00Roow2cM0>Eood2cN00Tooo2cO140oow2cP0INoor2cQ01hooo2cR05ioot2cS09eooo2cT01Woo\#
        D2cU00koop2cV0c4oom2cW0ZcooP2cX00Foob2cY00RooU2cZ00Kooo2c[01Wooc2c\06Boo/2c]000B;C2c]009oo\#
        /2c^000BAg2c^01?ooB2c_008oou2c`07eoon2ca0E@ooe2cb0d3oop2cc00`ooe2cd0Gjoo/2ce000B\r2ce06F>;\#
        t2ce07dool2cf0FLoo-2cg000oot2ch00dB`B2ch008ooo2ci01goos2cj0@looo2ck01WooB2cl008oob2cm00Roo\#
        e2cn29ioob2co0FZooe2d007Cooc2d10c8ooo2d201Wooo2d301Wooi2d400Yoot2d509eC8s2d507[oob2d700Roo\#
        a2d80MDoot2d90=eoos2d:0N74bl2d:05]oob2d;0\Joor2d<00b8\v2d<06Hoo/2d=000CAi2d=0JVoow2d>0INoo\#
        B2d?008ooe2d@07^oo/2dA0006Sc2dA06Booc2dB00Sooi2dC0MVoo/2dD000CMs2dD04Eoos2dE00coos2dF00coo\#
        i2dG07moo.2dH06>ool2dI0g]ooo2dJ01goos2dK0?^oo 2dL0P<oo 2dM0Rbooe2dN0dFool2dO0[:ooe2dP070oo\#
        e2dQ07<ooh2dR0dLoo-2dS000oon2dT06eooB2dU008oot2dV09e84o2dV076oon2dW0o[ooc2dX00Soo/2dY000Ck\#
        c2dY0I6oot2dZ09e>`v2dZ06Hool2d[0AVoou2d\06GCn 2d\001oo 2d]001oo/2d^000D6t2d^0<Poos2d_0Eeoo\#
        i2d`0:Toos2da051oot2db09eooe2dc07^oo/2dd000D>o2dd0<7oos2de00coos2df0Nmooi2dg07mooo2dh01Woo\#
        o2di0@Eooy2dj1WRooB2dk008oo/2dl000DHd2dl00Toor2dm01hoob2dn0Dl0B/2dn000DP/2dn000DQn2dn0=ooo\#
        e2do0^;oon2e00=Koo/2e1000DVo2e100_ooa2e200Qooo2e301Woon2e401CooM2e500Cooe2e607Coop2e70UKoo\#
        r2e806Fooi2e907mooB2e:008ook2e;0Lcooo2e<01Wook2e=00[oo/2e>000Dft2e>0DJooi2e?07=ooo2e@062oo\#
        e2eA00Uooi2eB175oop2eC083oot2eD09eooo2eE07Zoos2eF00cE3e2eF068ool2eG00\oon2eH00^ooB2eI1Lioo\#
        u2eJ00eooo2eK01Woot2eL0F1ooy2eM00i<QS2eM00Ioog2eN0ETooa2eO07iooa2eP0<`ood2eQ00Toor2eR06F2J\#
        r2eR06F6Ue2eR18Koo/2eS000EIt2eS0F1ooo2eT01Woo02eU08Pooo2eV062ooc2eW00Sooe2eX0Ngooe2eY0^;oo\#
        i2eZ087oor2e[181EPx2e[00hoot2e\09eoov2e]06Hooe2e^00UooB2e_008oou2e`0PKoog2ea0VaEXs2ea06=E\\#
        o2ea01Woov2eb0OHoot2ec07doot2ed09eEhc2ed05Zoog2ee0KBooo2ef01Woor2eg0B_oot2eh06hoos2ei00coo\#
        h2ej12koot2ek0<eooc2el06cooe2em06Tooe2en04QooS2eo0?R6[e2eo05Coor2f01814@i2f0087ooo2f107aoo\#
        n2f200^ooe2f3070oog2f401?oo!2f5000FCt2f51Kfoog2f600W6Br2f6063ooe2f700Uooe2f805Coon2f90CIoo\#
        d2f:0Q8ook2f;0V060d2f;0eGooc2f<0I6oor2f=1ol5nu2f=0ZVook2f>07Ioom2f?0e@oot2f@09e?7i2f@0VFoo\#
        e2fA04Qooe2fB151oo.2fC000oon2fD00^oog2fE00WF]m2fE07JF_t2fE09eoo/2fF000Fea2fF0@:oo 2fG001oo\#
        o2fH01gooe2fI0@Oooa2fJ0:Sooi2fK0VFoor2fL04:oos2fM0@loox2fN00hooR2fO00Hoot2fP09e?=r2fP07Soo\#
        /2fQ000G:o2fQ00_ooa2fR073oo/2fS0005Nr2fS06OG4w2fS0TKooi2fT07Doou2fU00eoob2fV00Roor2fW00boo\#
        r2fX06F9it2fX0C7:Le2fX1;^ool2fY0g]ooo2fZ05iooo2f[05iooi2f\0gjooo2f]0E0ooe2f^0CBool2f_06Doo\#
        e2f`07koo92fa000@5i2fa07moos2fb064oo 2fc001oo.2fd000ooi2fe07Doon2ff06eool2fg0g]oop2fh00`oo\#
        r2fi07oooe2fj06Toon2fk05^ook2fl0gQooo2fm06Woor2fn1O@1T.2fn000oon2fo02nooo2g007aooo2g100_oo\#
        t2g20`2ooo2g307Roor2g406F1Zi2g40R<oom2g50kLoo.2g61`eooi2g707Qool2g805]oor2g906Fooe2g:068oo\#
        w2g;0INooe2g<07Coo.2g=000ood2g>00Tooi2g?07Qooe2g@00Uooo2gA1_Loow2gB0INoob2gC00Rool2gD0ggoo\#
        t2gE0C7oot2gF0C7BJa2gF0F8ooe2gG1;^ooa2gH0TXoor2gI05_ooo2gJ062ooi2gK069oo/2gL000BXg2gL00Woo\#
        t2gM0C75Ir2gM06Xooe2gN07<oow2gO0TKoop2gP00`oor2gQ1O@;be2gQ068ooe2gR1;^ool2gS05]oox2gU06Ioo\#
        m2gV07JCBl2gV0g]oo02gW08Poon2gX0E@oo52gY000CR 2gY001ooe2gZ07^oot2g[00doom2g\07Jooo2g]05ioo\#
        o2g^00_oor2g_05_ood2g`00Too-2ga000ooa2gb0W7ooe2gc1;^oom2gd07Jooo2ge00_oor2gf06Xoos2gg00coo\#
        t2gh0C7oo.2gi000ooa2gj08<ool2gk00\oot2gl0C7ooi2gm07moot2gn0C7Don2gn06eooi2go0Wmooe2h00CBoo\#
        /2h1000oo.2h2000ooo2h300_oow2h40INoot2h500d>nn2h50E@oot2h609e8U.2h6000oor2h71>Oooe2h80C2oo\#
        l2h905]ooo2h:05iook2h;0Zboon2h<00^oo.2h=000ooa2h>06Aoon2h?00^ooa2h@0CKooc2hA07joon2hB00^oo\#
        o2hC062oow2hD00gooc2hE06cool2hF0[:ooo2hG062ooo2hH05ioor2hI06F4Ql2hI0[:oot2hJ00d9N02hJ00loo\#
        U2hK00K9:b2hK0B1ooz2hL00jooC2hM009oo-2hN1E6ooc2hO06cooB2hP008ooe2hQ00Uooh2hR174oor2hS02Hoo\#
        k2hT00[ooe2hU03M:BD2hU00:oon2hV02noot2hW09e:Cr2hW1Ai:Eo2hW01goog2hX0KBooa2hY06booB2hZ008oo\#
        r2h[063ooo2h\0Omooe2h]00Uoos2h^0A8oor2h_06Foot2h`09e72h2h`174ooo2ha00_ooC2hb009oo 2hc001oo\#
        o2hd1_CooN2he00Dooh2hf00Xoor2hg00boow2hh00gooe2hi0amooc2hj00Sooa2hk0:Soos2hl0>Yoov2hm06Hoo\#
        c2hn04Pool2ho0g]oop2i00PZoor2i106F2l/2i10009Ft2i100door2i2181@:P2i200Fooo2i308Booy2i41IYoo\#
        o2i500_oor2i606F@?B2i6008oof2i700Voow2i8079ooe2i90?Goot2i:09Foos2i;0:Wooa2i<0<Hood2i=05[oo\#
        L2i>0@1ooe2i?0@]oor2i@0@cooa2iA0ABool2iB0AVooa2iC066oor2iD01hoof2iE00Vooc2iF07joor2iG05_oo\#
        C2iH009ooB2iI008ooo2iJ062ooi2iK1Jeoot2iL0<Pool2iM0[:ooe2iN18Koot2iO00dooc2iP00Sooy2iQ0@Moo\#
        c2iR0I6ooi2iS03Coou2iT00eooV2iU00Loom2iV06doot2iW09e3Pc2iW15moor2iX00b;;r2iX0PJooa2iY00Q>M\#
        t2iY0oLoot2iZ00d;<a2iZ0I^oov2i[00fooi2i\01eooi2i]18Eooi2i^03Cool2i_17goot2i`00dA8a2i`0:Soo\#
        s2ia06gooe2ib00Uooo2ic01Woot2id0:`oot2ie00d=Fd2ie09Eooo2if02Voon2ig0:Moot2ih09e=Ia2ih0:Soo\#
        t2ii09e3Mb2ii00Root2ij00d;Jc2ij0c8ooy2ik00i5Br2ik00booi2il07mooe2im00Uooi2in06Uooe2io05noo\#
         2j0001ooe2j104Qoou2j200eooe2j304Bood2j400T=Qo2j407nooc2j50c8oor2j601hoot2j700d0In2j70CI6K\#
        S2j700Iooe2j80?Goos2j906=oon2j:0:Moos2j;06=ooc2j<04Poo02j=002A^i2j=06Mooe2j>054ooe2j?068oo\#
        -2j@1Dhoot2jA00dooo2jB00_ooa2jC05mool2jD01Aooe2jE054oou2jF00eooS2jG00Iooa2jH03Koot2jI05aoo\#
        o2jJ0?Ioor2jK0C@A[i2jK00Yoog2jL0L0ooi2jM05foos2jN0N703e2jN068oor2jO00bool2jP0[:ooa2jQ0:Soo\#
        t2jR0C7oo/2jS000Ajt2jS09eAke2jS01oooe2jT16oooe2jU0nU6No2jU049ooo2jV05ioop2jW04ooot2jX09e;U\#
        t2jX00door2jY01hooe2jZ08looo2j[01Woor2j\084ooi2j]0VFoor2j^1814Br2j^07Soom2j_0YNooe2j`0F9oo\#
        B2ja008ooS2jb00Iooo2jc01Woon2jd0:Moot2je07doot2jf09e;^o2jf01Wooo2jg05ioor2jh2FaC7/2jh000Bn\#
        r2jh0EEC3h2jh174=Xt2jh09eoot2ji09e;hn2ji06eoo 2jj001oo-2jk000ooo2jl05iood2jm05[ooa2jn0MDoo\#
        H2jo00>ooo2k010?ooi2k1087oov2k200fool2k30[:ooo2k401Woor2k50Eo:4t2k500dool2k6061oot2k70`2oo\#
        s2k80?eoot2k907doot2k:07doov2k;00fooB2k<008ooe2k=1;^oon2k>0:Mooe2k?0OeooS2k@00IooS2kA0eloo\#
        y2kB18Dooe2kC00Uoor2kD06Foos2kE00cooe2kF18KooB2kG008oog2kH00Wooo2kI01Woor2kJ00boo 2kK1COoo\#
        o2kL062ook2kM0Zb8`i2kM087ooi2kN0RCooP2kO00FooM2kP00Coop2kQ0K`ooB2kR008oot2kS0IPooe2kT07^oo\#
        /2kU00090r2kU0Eo:1g2kU0KBooh2kV00Xooe2kW0aTooo2kX00_oot2kY09eDDp2kY0PZoo.2kZ000ooo2k[01Woo\#
        -2k\000ooa2k]0:Sooi2k^0MVoo 2k_001ook2k`0Lcooo2ka00_oor2kb05_oot2kc09e@Ra2kc00Qoo/2kd000D]\#
        e2kd00Uoo:2ke000oo/2kf000Dac2kf06c7no2kf01WooC2kg0_1oot2kh09eE=l2kh00\oop2ki0UKooc2kj06coo\#
        m2kk07J<Jr2kk06Foot2kl1Jboo-2km000oo/2kn000Dng2kn0Egoor2ko06Fooa2l0073oot2l100dooo2l21_Coo\#
        p2l3083E;t2l309e6ly2l300ioop2l404Yooe2l50V\ooi2l605\oog2l70L0ooe2l8068oot2l900dooe2l:0WDoo\#
        t2l;09eoo/2l<000ELm2l<07JEMo2l<062oos2l=0aNooB2l>008ooe2l?00Uooy2l@00i3:/2l@000ERi2l@087oo\#
        w2lA00gooo2lB01Woor2lC0c9oot2lD09e>ka2lD0b0oor2lE07oook2lF00[ool2lG0]Loot2lH09eooe2lI07Yoo\#
        y2lJ00ioo/2lK000Eke2lK1F_ooe2lL0L7ooa2lM05moo 2lN001ooa2lO0@:oob2lP0B1ooc2lQ06cool2lR0F3oo\#
        e2lS07Coor2lT06Fooe2lU08looi2lV1^Gooa2lW0CKooC2lX009oob2lY0B1oot2lZ0THooe2l[0d3ooa2l\19Eoo\#
        k2l]0Zbool2l^0nEooe2l_070ooe2l`19=oot2la0idoor2lb0@Boo/2lc000Cin2lc00^oog2ld00Woo/2le000Fb\#
        r2le0PJooG2lf00=oom2lg0:Loou2lh06Goow2li0INoot2lj0idooe2lk0?Goot2ll07dooy2lm00iG7e2lm04Boo\#
        o2ln0E[ooo2lo00_oot2m005aool2m10g]oon2m206eood2m300Tooo2m405iooe2m507Yoor2m61O@6=e2m61;^oo\#
        t2m70C7:Ut2m70C7?dn2m71;jooe2m800Uooc2m90TAool2m:00\oor2m;06F>Co2m;00_oou2m<07eooB2m=008oo\#
        c2m>00Soon2m?06eoof2m@0DUooe2mA1;^oop2mB00`@Mo2mB0FF;2r2mB06Foon2mC00^ooe2mD070ooo2mE0D@oo\#
        c2mF00Soov2mG07Foor2mH00b=Al2mH00\ooo2mI140oor2mJ00boom2mK0e@ooe2mL1?Gooo2mM219ood2mN00Too\#
        o2mO076oon2mP00^oor2mQ06Fool2mR0[:oor2mS0EEoon2mT00^ooe2mU068ood2mV00Toor2mW06F5[r2mW1olB0\#
        l2mW0[:ooo2mX05iooo2mY1;goo/2mZ000BE 2mZ001oor2m[1O@ooi2m\0gjoo/2m]000BOm2m]07Joog2m^00Woo\#
        f2m_00Vooa2m`07Xoon2ma00^ool2mb0g]oor2mc07Soov2md0CUoor2me1O@4aa2me073oof2mg00Vooe2mh00Uoo\#
        e2mi1;^oob2mj00Rooi2mk0VFooC2ml009oor2mm0Eooos2mn00c3` 2mn001oot2mo0C76n-2mo000oot2n00Bfoo\#
        e2n1068oot2n200doop2n30jYoor2n41O@>b/2n4000oo/2n5000ooa2n607Xoot2n707doo-2n80T4ooc2n900Soo\#
        y2n:00iD_o2n:076oo/2n;000Dem2n;06dooa2n<00Qooo2n=0kTooc2n>0TAoog2n?00Wooi2n@00Yoon2nA07Koo\#
        l2nB0[:ooi2nC0VFooc2nD00Sooc2nE1Qcoor2nF06Fooi2nG0Baoot2nH0C73ee2nH070oos2nI00cooc2nJ00Soo\#
        l2nK05]ooe2nL07Coow2nM0TKooh2nN0F?oot2nO00d<km2nO07Joo/2nP00089o2nP062ooe2nQ00Uoom2nR07J6P\#
        t2nR0C7ooe2nS00Uoo82nT08N:G 2nT0Rbooe2nU08I:;r2nU01hooM2nV00Coos2nW064ooo2nX01Woor2nY06F?K\#
        B2nY008ooo2nZ07Zoo-2n[000ooi2n\020ooi2n]07Doon2n^0:Mool2n_0]Loot2n`05aooo2na01Wooa2nb0CKoo\#
        t2nc0bX7@r2nc06F8ot2nc0Q\ooB2nd008ooB2ne008ooo2nf00_ooe2ng01c54B2ng008oot2nh1oc?_a2nh03Yoo\#
        o2ni00_oot2nj00dooB2nk008oos2nl00cooo2nm062oow2nn0INooe2no0NNooi2o0087ooa2o105mooe2o21;^oo\#
        p2o300`oo 2o4001oor2o504:oor2o60F`oo 2o7001oou2o807Mooo2o901Woou2o:06Pooa2o;08<oof2o<00Voo\#
        o2o=0H2oot2o>0ISool2o?05]ooa2o@066ooD2oA00:ooe2oB0EWooe2oC0Q@oof2oD00Vooi2oE0RCoor2oF05_oo\#
        a2oG0:Sooy2oH00i;3h2oH0F?oo-2oI000oor2oJ01hooo2oK01Woom2oL07J@Sc2oL1]Foop2oM0K`ooe2oN00Uoo\#
        t2oO00dooi2oP07mooo2oQ062oo 2oR001ook2oS0Zboon2oT0=Koom2oU082ooe2oV054ooa2oW0DQoot2oX1I\oo\#
        c2oY0c8ooo2oZ07noo 2o[001ooi2o\087oot2o]0:Doon2o^1L4oon2o_0=KooB2o`008oow2oa0INooe2ob07^oo\#
        r2oc06F0Mt2oc09eooa2od0I^ooi2oe0H0ooo2of0<7oot2og0IGoow2oh0INooo2oi05iooh2oj174ooi2ok00Yoo\#
        n2ol06eoor2om06Foon2on06eoos2oo00c5DS2oo00Iooa3000@:ooc30100Soos3020?^oor30300bASh303174AU\#
        a3030:Sooe30404Qoov30506Hoo-306000oov3070IHoo-308000oor3090@9ooc30:06coor30;0AZood30<06C9T\#
        C30<009ooi30=07mook30>07Iool30?05]ooo30@076oor30A0AZoor30B084ooe30C04Qoor30D0=[ooi30E07moo\#
        x30F00hoov30G00fooe30H0^;02l30H00\ooo30I00_04.30I000ooe30J00Uoow30K0INoo/30L000Agt30L0:foo\#
        r30M06F>Ts30M00coot30N0C7B5t30N0AQooi30O07mooa30P0:Soon30Q0GRoot30R09e2Be30R07Yoot30S0idoo\#
        o30T0E[ooi30U0m9oor30V06FB]o30V01Woop30W04Yoot30X09eoog30Y00Wooe30Z0F9oot30[09eoot30\0C7oo\#
        /30]000C5g30]00Woo(30^000ooG30_00=oot30`0C745a30`066ooT30a00Jooi30b00Yooo30c1D4ooe30d00Uoo\#
        e30e086ooe30f00Uoot30g09eooo30h07nooi30i075ooo30j140oob30k00Rooe30l0F9ooe30m0F9ooe30n086;n\#
        o30n01Woor30o1O@<2t30o0IGooa3100bNooe31104Qooe31204QooA313007oor31406F6oB314008oo 315001oo\#
        t31600dooo31701Woo 318001oot31909e<9e31907YooT31:00Joom31;07Jooe31<00Uood31=0eGooD31>03ooo\#
        o31?03PooA31@007ooo31A01Wooi31B0[=oor31C0Eo:0l31C0]Looo31D00_oor31E0Eo<?n31E07Koop31F00`oo\#
        c31G00Soot31H09e1LU31H00Koow31I0INoot31J0`2ooe31K00UooB31L008ook31M07Ioot31N0Bfool31O05]oo\#
        r31P06Foo/31Q000oot31R09eooh31S12kooi31T075oos31U0hboor31V063oo/31W000Dhy31W1]CooV31X00Loo\#
         31Y001oos31Z07[E4r31Z0Djoo 31[001oot31\1ocoo 31]001ooi31^0@^ooC31_009oon31`06eooe31a0^;oo\#
        x31b06Iooi31c07mooc31d06BooC31e009oom31f07J5KB31f008ooo31g01Woow31h00g3?e31h00Uoo/31i000ES\#
        t31i09e3di31i175oot31j05aooi31k00Yool31l00\ooe31m11D0</31m0006Qd31m0EcooC31n009ooc31o1YZoo\#
        l32006Doot32105aooA322007oor3230PJooC3240Rcooe32505noov32600foor3270EEEa/327000FAn3270GRoo\#
        c32806coow3290TKoor32:01hooC32;0Rcooe32<0gYoor32=181oot32>1M4ooe32?070ooe32@1B<Fmn32@00^oo\#
         32A001ooo32B1=doov32C0PWooe32D07Cooi32E06Uooc32F0c8ooe32G02Qoop32H0IFoot32I00dool32J0[:oo\#
        o32K1=doov32L06Hooe32M0F9oos32N0?^oot32O00dook32P07IG=i32P07mooe32Q1;^oog32R00W9hi32R069oo\#
        t32S0C72\a32S06Aoor32T1O@20-32T000oo.32U06>ook32V0gQooa32W073oon32X07K2:p32X083@Do32X01Woo\#
        o32Y062oog32Z00Wooe32[06Loor32\1O@oom32]00]ooi32^07Door32_06F39g32_0UAooo32`062ooe32a086oo\#
        s32b077A6r32b00boot32c00dooe32d19=oob32e00Roor32f2??ooe32g068oog32h00Wooa32i00Qoob32j00Roo\#
        e32k00Uoo-32l000ooe32m07Coor32n06FAJe32n068oo/32o000FBt32o0C7B9p32o1OHoom33000]oo.331000oo\#
        n3321;joo-333000ooi33406Uooa33506Koom33600]oot33700dooe3381;^ooo3390E[oo/33:000Bmd33:05[oo\#
        g33;00Wooe33<06Loor33=06F:2r33=1O@=[o33=05ioot33>0idoor33?01hoov33@00foor33A00boob33B00Roo\#
        f33C00Voor33D06F1mo33D07nooe33E07Ooob33F00Rooc33G00Soop33H00`oos33I00c0Ci33I00Yooo33J062oo\#
        l33K00\ooe33L07<ool33M05]oon33N1?Oook33O0gQooo33P06Woon33Q06eoo/33R000E_B33R008oot33S0idoo\#
        o33T062ooh33U1caoo.33V000oot33W06hoor33X06Fooh33Y00Xooo33Z062oot33[078oot33\0EFool33]0g]oo\#
        e33^0WRoo/33_000F`n33_0CIoor33`06Foos33a00c0lr33a06F8?B33a008ooa33b0:Sooo33c03PooB33d008oo\#
        t33e09e8No33e01Woon33f07KooA33g007oos33h0:loot33i06hoot33j0IGooe33k11D4Gi33k07moot33l09e>7\#
        w33l0TKoo 33m0d[ooo33n01Wooo33o01Wood34000Tooo34101Wooc34205Zooo34300_ooe34407kooo34501Woo\#
        B346008oom34707J57l3470[:oor3480`nooe34900Uoop34:00`oor34;1O@8Ki34;07QooC34<009ooe34=0?Goo\#
        k34>0XDooP34?00Foos34@085oot34A09e9Sr34A084ooy34B00iooe34C06LooR34D00Hooo34E0[@oot34F078oo\#
        r34G05_ooe34H01oood34I06Cooa34J0d?oof34K00Vood34L0eGooU34M00Koow34N0INooe34O0WRooF34P00<oo\#
        a34Q0:Soot34R09e=:s34R064ooC34S009oor34T06F=<i34T07mooc34U06coom34V07J6>B34V008ooe34W070oo\#
        k34X0Lcoo 34Y001oor34Z0AZoot34[05aoo/34\0007:h34\174oor34]00booT34^00Jooc34_06cooe34`07k@\\#
        a34`1^Took34a0Lcooo34b01Wool34c0[:=C 34c001oo 34d001ooB34e008oot34f06hA?g34f0KBooe34g0[3oo\#
        l34h0[:oot34i0C77OE34i1J`oon34j06eoog34k00Woo/34l000AKe34l07CooC34m009oor34n0PJoot34o00doo\#
        e3500Oeoow3510INoor3520@Booi353087ooE35400;ooe3550[4ooI35600?ooi35700Yooa35805moot35900doo\#
        L35:01_ooo35;00_ooL35<00BooW35=00Moou35>07Mooi35?0RIooe35@07Yoor35A0@Booi35B00Yooo35C00_oo\#
        y35D00iAZe35D086ooe35E00U01c35E00Soor35F06F2El35F0[:ooe35G0Idoot35H07dooi35I0R<ooo35J00_oo\#
        w35K0INoot35L00d>Vm35L0Edooo35M1=doog35N0Egoos35O1A3BVt35O09e;`i35O0@^oo/35P000Bar35P06Xoo\#
        m35Q00]oo/35R000Bfs35R00c46B35R008ooG35S00=ooo35T02Voot35U0CPooa35V04boot35W06hook35X1W0;j\#
        w35X00goor35Y0FOoor35Z06F=Z/35Z000CCr35Z00booe35[00Uoor35\00b;mo35\05ioor35]06FCZr35]06F=_\#
        t35]09e1Ce35]0[3oor35^16Joor35_0@Boor35`0@Boog35a01?ooo35b01WooN35c00Dooi35d07moot35e09e5T\#
        E35e00;oor35f06FCeo35f04foo_35g000oow35h00gooa35i19EooF35j0>kD=n35j0=ooog35k01?oot35l09e<=\#
        c35l0o3ooe35m11DD@t35m00doos35n00c<Ai35n07Qooo35o062oor360050ool3610[:ooo362140oox36306Ioo\#
        o36401Woos36500cooB366008ooy36707:ooi3680Choo/369000oo/36:0009Ge36:1F_oon36;0Dmoo:36<1<coo\#
        o36=0CLoo 36>001ooa36?053ooS36@00IooB36A008ooA36B007oo/36C2>1BPS36C00Iood36D0Q8oor36E01hoo\#
        -36F000oo 36G001ooe36H00Uooc36I06coor36J063oor36K01hooo36L01Woot36M09eGDw36M00goot36N1Jboo\#
        e36O07kooa36P06booi36Q075oo 36R001oor36S01hook36T1jjool36U00\ooe36V07kooI36W019F8c36W0c8oo\#
        r36X01hoos36Y00cF;e36Y086oot36Z00d?5s36Z064<el36Z0g]ooa36[0:Soor36\01hoon36]1;Yoo/36^000FO\#
        o36^1_Loor36_06F62 36_001ooM36`00Coor36a1Q=ooi36b087oot36c0EFoon36d06eooh36e1745fn36e0;moo\#
        l36f00\ooh36g07l3Te36g00Uoor36h1Q=ooi36i087oom36j00]G8o36j07aooe36k07kooo36l00_oor36m1O@?D\#
        t36m06h?Jd36m05[oos36n00cooc36o00Soo.370000oo-371000oot37209e@Im37207J?:-372000oog37300Woo\#
         374001ooa37507;oon37606eool3770hWoom37807J@Xs37800cooi37900YooM37:00Coo 37;001ooo37<05ioo\#
        g37=2KA1Br37=06F=B/37=00096l37=05]ooo37>05ioor37?06F>Ob37?00Root37@0EFoor37A06F1ne37A1aToo\#
        o37B07?ooc37C00Soo-37D000oob37E00Root37F0D>ooc37G0Cooos37H07@oos37I00coor37J1O@1ix37J0Veoo\#
        s37K0B[ooe37L06Toot37M00doot37N0C7ooo37O1=dooa37P0:Sooe37Q086ooo37R07Zooo37S05iooe37T06Loo\#
        o37U00_oor37V06Fooo37W05ioor37X063ooh37Y07P8_m37Y06doom37Z07Joo 37[001oos37\00cooi37]0Baoo\#
        s37^00c>h-37^000oot37_00d9Ef37_0DUooo37`01Wooo37a1=doom37b07J6@-37b000oor37c00booy37d00ioo\#
        /37e000FKo37e00_oom37f07Jooh37g07loo.37h000ooe37i1;^oor37j0DG<j-37j000oo/37k000Flo37k01Woo\#
        w37l0INoob37m00Rooo37n01Woot37o09e:@t37o00d5]g37o01?ooc3800Ikooi38107mooe3820[3ooo38300_oo\#
        l3840g]oof38500Voot38609e:Qt38609e:R 386001oot38709e7mi387060ook38807Ioor38906Foot38:09e?g\#
        o38:01Wooe38;00Uoov38<14ioow38=00gooe38>07Ooon38?0EYoor38@01hoov38A06Hoo/38B0006Or38B04:oo\#
        e38C0FM6Ml38C0FLoos38D00coot38E00dooA38F007oom38G0o6ooh38H07loo-38I000oot38J0:fooT38K00Joo\#
        m38L18=ooi38M06Mooa38N19EooR38O04lool38P0[:oor38Q0DG>Ge38Q02Doow38R0INooB38S008ool38T01foo\#
        c38U06cEns38U0649Jo38U01Woor38V06F@gS38V00IooO38W00Eooi38X0RIooo38Y07noob38Z00Roo/38[000@Y\#
        e38[04cooo38\062oob38]1o;ooB38^008oot38_09e44C38_009oof38`00Vooo38a01Wool38b0]Loon38c00^oo\#
        e38d00Uoon38e00^oog38f00Woo 38g001oo-38h000ooA38j007ooc38k0c8ooF38l00<ooa38m0bNool38n0[:oo\#
        v38o0PWooe39000Uoox39102>oor3920nioon39302noop39406foot39505aooe39607kooI39700?;Pn39707Koo\#
        M39803@;Qe39805Cood39900T7of39900Vood39:0Ecoov39;0PWoon39<06eoon39=07Koor39>0FOooo39?062oo\#
        e39@00Uooc39A0[Vooi39B07moom39C0e@oon39D07K5hl39D0[:ooe39E07<oor39F1Q=oor39G06Xood39H0Q8oo\#
        e39I0DAoos39J07@ooo39K01Wooo39L02Vooo39M0<7ooa39N0TPoog39O00Woo/39P000C>/39P0009As39P07[oo\#
        /39Q000CEn39Q00^oot39R0C777n39R00^ooc39S1J8oov39T0PWoov39U0PWooe39V08loot39W09eooe39X03Zoo\#
        c39Y06coon39Z00^ooo39[00_oob39\00Roo/39]000D2t39]1M4ooi39^0MVooe39_08looa39`1Bloo 39a001oo\#
        n39b0EYoom39c07JDGl39c0ARooe39d00Uoor39e00boot39f00doot39g09e3</39g000DXo39g01Wooz39h00joo\#
        n39i06eoor39j00booc39k1YZook39l0V0oo/39m1P@ood39n00TooM39o00Cool3:00AVooE3:104Iooo3:201Woo\#
        P3:301;ooe3:404Qooe3:50d3ooa3:60:SooH3:700>ooF3:800<oor3:906FooU3::00Kooa3:;0CKooa3:<0:Soo\#
        t3:=09e=g 3:=001ooy3:>1]CooI3:?00?oo/3:@000Egn3:@0DmooC3:A009ooa3:B0:Sooe3:C29iooi3:D075oo\#
         3:E001ooh3:F174ooa3:G0:Soor3:H0FO6`e3:H1;^oow3:I0INooa3:J0:Soot3:K1O;oor3:L1ol64L3:L00Boo\#
        o3:M03Pooi3:N1c<ooc3:O06coo-3:P000ooe3:Q07C<le3:Q07Cooi3:R075oor3:S06F=0i3:S1c<ooe3:T00Uoo\#
        u3:U07Mooc3:V06Boon3:W07Kooe3:X068oot3:Y07dooo3:Z062ooc3:[00Soob3:\00Rood3:]00Tooy3:^00ioo\#
        s3:_00coon3:`05^oog3:a00W;7e3:a1<Xoot3:b07doon3:c06eooa3:d03KooM3:e00Coot3:f0C7A3h3:f00Xoo\#
        t3:g0C7A:o3:g05ioo/3:h000oor3:i21foon3:j0E@ooo3:k062ooc3:l00Sooo3:m05iooa3:n07iooe3:o0Tnoo\#
        /3;0000oo.3;1000ooy3;200i;a/3;200097n3;200^ooc3;307joo/3;4000?@r3;41Q=CKw3;40INoor3;50FO0]\#
        b3;500Root3;60C76Ht3;600dool3;700\Dg/3;7000D;t3;70C73Ha3;70CKooa3;80DQoos3;907@oow3;:00goo\#
        .3;;000ooa3;<06boob3;=00Rooo3;>0UW27t3;>09e<]r3;>1Q=oob3;?00Roou3;@00eoo-3;A000oot3;B00d95\#
        /3;B000oo-3;C000ooc3;D00Soor3;E1O@1ks3;E00coot3;F09e=5l3;F0[:ooi3;G05foot3;H09e?Ge3;H08loo\#
        o3;I0[_ooa3;J06boon3;K00^oon3;L07K?Pe3;L1;^oor3;M06OooH3;N00>ooo3;O00_oos3;P00c?c/3;P000DK\#
        t3;P09e?hr3;P06F8Ee3;P1HXooB3;Q008oor3;R06F2Cg3;R0Va@3a3;R0:Sooi3;S087ooe3;T0?Gooe3;U00Uoo\#
        O3;V00Eooc3;W07jooG3;X017:h-3;X000ooc3;Z00SooS3;[00Iooe3;\0Idooe3;]04coo-3;^000ooc3;`06coo\#
        t3;a1M4ooL3;b0AMooe3;c00Uooe3;d0;Pool3;e0[:ooo3;f01Wooi3;g0:Goot3;h09e>Je3;h04Qoon3;i03ioo\#
        f3;j00Voor3;k00booo3;l05iooa3;m06Aoon3;n0CIooi3;o2=Mooo3<001Woor3<101hooo3<200_oot3<309eA>\#
        e3<311D07t3<300door3<406F=Jg3<400Woo 3<5001oob3<600RooC3<7009ooR3<800HooN3<900DDjh3<91749B\#
        i3<902Eoor3<:16Jooe3<;00Uooi3<<087oow3<=00g4lp3<=0;Eoos3<>07[oos3<?0<doot3<@00dAWe3<@07koo\#
        x3<A06IooT3<B00Joob3<C0B166i3<C06Moo-3<D000ooi3<E087ooe3<F07CooS3<G00IooM3<H00Coom3<I07JAc\#
        r3<I06F;St3<I0oLoon3<J06eooe3<K19=ooe3<L00Uoon3<M00^ooi3<N1c<ooa3<O07Xooe3<P0d3oos3<Q0Eeoo\#
        C3<R009oot3<S09eooo3<T0<7oog3<U0KBooP3<V00FooF3<W00<ooe3<X07^oot3<Y00dCFt3<Y00dooh3<Z1\]8f\#
        e3<Z0cFooe3<[0cFoon3<\0GRoo/3<]000CTw3<]0>Eoos3<^064<4g3<^00Wool3<_00\ooo3<`05iooo3<a1_Loo\#
        t3<b0`2oon3<c0GRool3<d1Ujoob3<e00Roog3<f0VaooC3<g009oor3<h06F>fi3<h00Yoor3<i07ooot3<j09e6\\#
        e3<j08Ioog3<k00Wooi3<l00Yook3<m1jj>Ys3<m00coo/3<n1bFooa3<o066ooo3=003Pooi3=10RCooO3=20?loo\#
        t3=309e2VI3=308_E6r3=30@Boor3=4181oow3=50INooo3=602_ooe3=702Doo 3=8001oos3=9051oow3=:0TKoo\#
        w3=;0INooS3=<00Ioo-3==000oom3=>02mook3=?0V0oor3=@01hoow3=A0INoor3=B2FaElg3=B00WooI3=C00?oo\#
        x3=D00hF9w3=D0INoor3=E1O@?6l3=E0[:oow3=F0INoo-3=G000ooi3=H03Coon3=I0=ooon3=J23Booe3=K05noo\#
        R3=L00Hoor3=M0EEooa3=N06boon3=O23Boow3=P00g3Nr3=P084oot3=Q00dooS3=R00Ioor3=S06F:Ka3=S0F8oo\#
        m3=T07J58o3=T062ooo3=U05iooa3=V066oo.3=W000oop3=X07booy3=Y07GCD.3=Y06>oom3=Z00]oog3=[00W@_\#
        n3=[0=Zooo3=\03Pooi3=]00Yoot3=^0C7ADc3=^00Soos3=_2?dooi3=`0VFoom3=a07J26r3=a063oot3=b0C7BR\#
        l3=b05]oo-3=c000oow3=d00gooc3=e00Soot3=f00dooh3=g0F?ool3=h0[:ooo3=i05iooc3=j07joow3=k0TKoo\#
        g3=l0URooy3=m07gooe3=n08>ooc3=o00Soo.3>0000ooo3>105iooi3>21c<ooo3>305ioo 3>4001oos3>500coo\#
        s3>600coos3>700cooo3>8062ooe3>907^ooe3>:00Uool3>;00\oon3><0GRoov3>=00foot3>>05aoot3>?00doo\#
        r3>@1O@?Uo3>@07Zooe3>A02]oon3>B07Koor3>C0FO:^o3>C01Woow3>D0INooe3>E00Uoos3>F0OCoor3>G06F:g\#
        n3>G03iooh3>H0F?5bE3>H00;ooH3>I00>ooh3>J05oooc3>K04Pooc3>L0[Voos3>M0A8ooH3>N00>ooW3>O00Moo\#
        -3>P000ooo3>Q1_LooS3>R0R8oor3>S06F4_d3>S0JWooe3>T00Uoot3>U09e2>e3>U00Uoor3>V0@Booe3>W0>aoo\#
        i3>X06Moo 3>Y001oot3>Z0C7>Lm3>Z00];=s3>Z00cool3>[2Ieoot3>\09e;Ba3>\0:Soor3>]00boo 3>^001oo\#
        i3>_06UooS3>`00Iooo3>a05ioor3>b01hooe3>c04Boon3>d0;Tooc3>e1J8oor3>f06Fooc3>g06coor3>h07Soo\#
        i3>i07_oot3>j0L6oos3>k0F@ooB3>l008ooo3>m04fooc3>n06cooD3>o00:ooc3?006coor3?10EE;Re3?104Qoo\#
        o3?203Pooi3?31CCoog3?400Woo 3?5001oor3?606Foot3?700d8ln3?723Boom3?800]oor3?91815Hs3?900coo\#
        r3?:01hoo/3?;000C9g3?;0KBool3?<0]Looa3?=043ooe3?>02Doo 3??001ooS3?@00Ioor3?A17Boor3?B17Boo\#
        t3?C00d4Ds3?C0N7ooi3?D06Uoos3?E077Cht3?E0C7Cjr3?E1olD4o3?E140oot3?F00dDO 3?F1gIooo3?G05ioo\#
        B3?H008ooh3?I01doon3?J06eooa3?K0FDoor3?L06F1`B3?L008ood3?M00TooB3?N008oow3?O00goot3?P0CPoo\#
        n3?Q0=oood3?R0eGoo 3?S001oov3?T0PWoo/3?U000E?l3?U0[:ooo3?V00_oot3?W0;Roob3?X00Rooe3?Y07^oo\#
        l3?Z0g]EJl3?Z0[:ooe3?[04QooR3?\00Hooa3?]0<`ooS3?^00Iooa3?_0:Sool3?`0[:ooe3?a06Toon3?b02noo\#
        l3?c0[:ooe3?d00Uool3?e0[:oob3?f00Roon3?g0=Kooi3?h0MVoog3?i2A1oo 3?j001ooo3?k04Dooa3?l07Xoo\#
        n3?m05^oog3?n2A1G6c3?n00Sooi3?o07mooe3@004Qoot3@105aoom3@207J?mt3@20C7>Bt3@20CPooc3@300Soo\#
        i3@407Qooc3@500Sooe3@607<ooa3@70M7oon3@80=ooot3@906h1^r3@9063oo.3@:2Kaoot3@;0idooa3@<0CKoo\#
        -3@=000oop3@>00`ooe3@?08>ooo3@@062oo/3@A00098e3@A0WRooe3@B00Uoot3@C0C7C\h3@C0F?<;l3@C0g]oo\#
        e3@D0hkoos3@E00coob3@F0FZooo3@G062oon3@H00^oot3@I0C7oon3@J23Boot3@K0C7F:c3@K00Soop3@L07boo\#
        c3@M07]ooc3@N07]oom3@O07Joor3@P0Eooor3@Q06F:=e3@Q00U06t3@Q00dooe3@R086ooe3@S07kooC3@T009oo\#
        m3@U07Jooa3@V0<Hooa3@W00Qoot3@X09e:_l3@X0[:oow3@Y00g@;e3@Y0Voool3@Z0>boor3@[00booo3@\02_oo\#
        e3@]0CBooa3@^05moot3@_0oLoot3@`0Q\@Go3@`02_ooe3@a05CooM3@b00Coor3@c1ol@Cc3@c04PooR3@d00Hoo\#
        r3@e06F8Hn3@e00^oov3@f0PWoob3@g00Rooe3@h00UooB3@i008oo-3@j000ooi3@k2T\oow3@l0INoo 3@m001oo\#
        I3@n00?oon3@o06eooi3A004Soot3A10C7AIa3A10:SooC3A2009ood3A30J[ooh3A41\]9o/3A400035e3A405noo\#
        e3A507Yooo3A600_ooa3A70^Aoo-3A8000ooo3A901Wooo3A:00_ooa3A;05mooa3A<01nooe3A=05noor3A>0@Boo\#
        n3A?0=oooo3A@00_ooB3AA008ooC3AB009oo/3AC000BNg3AC2A1BLm3AC00]oo 3AD001ooa3AE0:Sool3AF0]Loo\#
        e3AG11D08r3AG0?4oot3AH0;RooC3AI009ooc3AJ04Poo 3AK1Jooo 3AL1Jooog3AM00Woon3AN06eoor3AO00bGH\#
        P3AO00Foot3AP0C7DAo3AP01Wooe3AQ0:@oog3AR00Wooc3AS0WYooo3AT01Wood3AU00Tooo3AV01Woow3AW08Doo\#
        a3AX0TPooi3AY0MVooa3AZ19EooS3A[00Iooi3A\087ooe3A]00Uook3A^07IEAc3A^0JYooo3A_05ioor3A`0Eooo\#
        e3Aa00Uoor3Ab0@Booe3Ac04Boog3Ad0L0oop3Ae04Yoow3Af0INooe3Ag00Uoon3Ah00^oof3Ai00Vooe3Aj00Uoo\#
        r3Ak06F0[e3Ak00Uooo3Al05iook3Am0Lcoot3An0`2oo 3Ao001ooB3B0008oob3B10?doot3B205aooc3B300Soo\#
        e3B405nooo3B500_oor3B60@Boou3B700eooa3B80TPooo3B9062ood3B:00Tooo3B;062oon3B<00^oog3B=0_Moo\#
        i3B>0MVooa3B?0CKooc3B@00Sooo3BA1=doow3BB0TKooa3BC00Qoor3BD07Soob3BE0FZoom3BF07J>_r3BF0DGoo\#
        r3BG06F33e3BG1;^oo/3BH000DS.3BH000oo 3BI001oom3BJ07J<Lu3BJ00e8A/3BJ000E8g3BJ2A1oor3BK063oo\#
        i3BL07Qooa3BM05mooa3BN05moo.3BO000oov3BP00fooC3BQ009oor3BR0FOood3BS06Coor3BT01hoo 3BU001oo\#
        d3BV0KXool3BW05]ooe3BX00Uoor3BY0Eoooi3BZ0NWoor3B[00boos3B\0<Nooc3B]0TAoon3B^05^ooo3B_07noo\#
        o3B`00_oob3Ba0B1ooa3Bb03Kooa3Bc05mooe3Bd04Boot3Be00d9mi3Be087ooo3Bf05ioor3Bg06FA2o3Bg01Woo\#
        B3Bh008oot3Bi2^2ool3Bj0[:ooF3Bk00<oon3Bl02nooe3Bm07C5At3Bm0@Koow3Bn0INoor3Bo01hooe3C0068oo\#
        s3C100c;Ns3C10Eeoon3C207Koon3C305^ooB3C4008oot3C509eA_l3C500\0;t3C505aoot3C60:`oos3C700coo\#
        v3C80PWooi3C90MVoon3C:07K9?o3C:01Wooh3C;01doo-3C<000ooW3C=00Moow3C>0INooe3C?11Doos3C@0Nmoo\#
        c3CA0JYoor3CB01hooa3CC05mooS3CD00IooS3CE00Iooa3CF00Qooe3CG07C6Ca3CG043oot3CH09eooc3CI0I6oo\#
        /3CJ000DRt3CJ00doot3CK09e8Yl3CK06:oot3CL09e9Ww3CL0Fdoo 3CM001oot3CN0`2oot3CO1M4oop3CP04Yoo\#
        c3CQ06coor3CR06Fooh3CS0\_oot3CT0C7ED/3CT000EFr3CT06F8Fv3CT0PWoos3CU0?^ooe3CV0^;ooi3CW0@^oo\#
        l3CX0[:oor3CY06F@ot3CY00dooo3CZ00_F2r3CZ06F8Gr3CZ06F5jt3CZ0C77V 3CZ001ooo3C[140oor3C\00boo\#
        y3C]01Zooo3C^0Omooo3C_07nooe3C`05nG5s3C`00coon3Ca07Koov3Cb0PWoos3Cc085oo-3Cd000oom3Ce07J2m\#
        e3Ce068oom3Cf07Joot3Cg00dooe3Ch13Foot3Ci0`2oow3Cj0TKool3Ck061oor3Cl1Q=BKl3Cl0g]oor3Cm05_oo\#
        o3Cn0E[oo-3Co0X5oo/3D000099r3D01O@<Br3D000boob3D100Roo-3D2000ooa3D30CKood3D400Toon3D505^<g\#
        n3D505^oob3D600Rooi3D7087ooo3D801gooy3D900i6jL3D900Booa3D:0:SooU3D;00Kooe3D<068oo 3D=001oo\#
        r3D>06F>Dv3D>00foon3D?0a7ooo3D@07Zoot3DA0K^ook3DB0gQoon3DC00^oor3DD00b5ck3DD07I@Hh3DD00Xoo\#
        n3DE0=Zoon3DF05^ooa3DG0?Xooc3DH06coox3DI00h@mt3DI09e2eo3DI01Wooy3DJ2ehooe3DK00UooF3DL00<oo\#
        d3DM0<booe3DN0Pbool3DO0[:ooa3DP0:Soor3DQ06FGIs3DQ00cGAs3DQ00c9Kt3DQ0Bc3Dr3DQ01Xooi3DR07moo\#
        a3DS0I^oo/3DT000A]i3DT087oot3DU0`2oot3DV09eooe3DW0:@ooC3DX009ooe3DY05Cool3DZ0[:oob3D[1E=oo\#
        e3D\0aTooh3D]0\_ooa3D^0:Soon3D_05^CUu3D_04[oou3D`04[oot3Da05aoot3Db05aoo/3Dc000DEk3Dc0ZbDJ\#
        i3Dc07mooe3Dd00Uoo.3De0XHooc3Df00Sooo3Dg140ooo3Dh1_Looi3Di0@^ooe3Dj05noo/3Dk000E@e3Dk0WRoo\#
        i3Dl087ooe3Dm0OeooP3Dn00Food3Do0Q8ooe3E000Uoo 3E1001ooC3E2009oor3E300bG1o3E307Zoo 3E4001oo\#
        t3E50bX>1r3E500b?<B3E5008oob3E607Booe3E70cFoo-3E8000ooc3E900Soor3E:06F23/3E:000oo 3E;001oo\#
        r3E<06F@]o3E<140ool3E=0g]ooo3E>0CDooe3E?1;^ooc3E@0Beooc3EA00Sooa3EB0k\oow3EC00gooo3ED05ioo\#
        a3EE00Qoow3EF0TKooe3EG068oon3EH00^ooo3EI05iooc3EJ06coor3EK0:Oooi3EL03Coow3EM0INooS3EN00Ioo\#
        r3EO06Food3EP00Tooi3EQ087ooe3ER1515_r3ER00boon3ES00^oos3ET00c5`e3ET07Cooo3EU00_ooa3EV0M7oo\#
        n3EW00^ood3EX0O_ooe3EY05n@lt3EY09e3iB3EY008oor3EZ06F0NI3EZ00?ooe3E[0L2ooC3E\0cSooe3E]00Uoo\#
        w3E^0INooi3E_09hooo3E`00_oo-3Ea000ooc3Eb06cooo3Ec140oo/3Ed000B2c3Ed0I6oor3Ee01hoob3Ef0B1oo\#
        e3Eg00Uooo3Eh1X?oor3Ei0Eoooe3Ej0WRoow3Ek0INoor3El0@goor3Em0@gooh3En07looh3Eo07looo3F000_oo\#
        r3F106Foos3F200coor3F3063oor3F400boor3F51olDkd3F50Q8oo 3F6001oor3F70DGEBc3F706cooa3F80bNoo\#
        r3F904:ooe3F:0d3oor3F;06F>mB3F;008ooh3F<01doob3F=00Rooh3F>00Xooo3F?01Wooo3F@05ioor3FA17Boo\#
        c3FB00Soor3FC063oo+3FD000ooC3FE009oor3FF00booe3FG1;^oou3FH0TCoor3FI1O@25h3FI0S`ooe3FJ05noo\#
        r3FK1?Woot3FL00doot3FM0C7=dg3FM00Wool3FN0g]oor3FO06F?Ze3FO07Coot3FP0C71oe3FP05nooe3FQ07Yoo\#
        s3FR06gool3FS0[:ooT3FT00Joo 3FU001ooe3FV068oon3FW06eoo-3FX000ooa3FY00Qoor3FZ0EE@Fo3FZ00_oo\#
        g3F[0_Mooe3F\07Cooe3F]068ooo3F^01WooE3F_00;oox3F`06Iooh3Fa17Poor3Fb06F;Kl3Fb0[:ood3Fc00Too\#
        n3Fd07K6_T3Fd00Jooe3Fe05noor3Ff00book3Fg0ZbB6a3Fg0:Soo 3Fh0Rboor3Fi06F86t3Fi1iXoo/3Fj000C:\#
        r3Fj0DG;il3Fj0[:oov3Fk0QGoov3Fl0QGooe3Fm0FAoo 3Fn001oon3Fo07Koo.3G0000oos3G100cooa3G20CKoo\#
        /3G3000Die3G30d3ooM3G400Cooe3G505n7lr3G516Jooo3G60?Ioor3G7181<\o3G701Wooe3G80:@ooo3G905ioo\#
        y3G:06`oot3G;09eoot3G<0C78P/3G<000ool3G=061ooa3G>0CKoo/3G?000oor3G@01hooi3GA00Yoor3GB1O@4[\#
        d3GB0gSooi3GC0fooos3GD00cooc3GE1Rdooh3GF07looe3GG06Tooe3GH1;^oor3GI0EEoo/3GJ000Fg-3GJ000oo\#
        t3GK07dooe3GL00UooC3GM009?YD3GM00koo 3GN001oog3GO00WooP3GP00Foom3GQ00]ook3GR07I:je3GR13Foo\#
        r3GS0EE:kr3GS06FD3t3GS09e;@C3GS009=H 3GS001ooe3GT1KAooe3GU00Uoog3GV00Wooe3GW04coo/3GX000AY\#
        i3GX00Yoow3GY0INooA3GZ007oo)3G[00009e3G[00Uooe3G\0dFooe3G]0dFoor3G^0DGooC3G_009oo 3G`001oo\#
        i3Ga00Yool3Gb00\oow3Gc0TKoor3Gd1812go3Gd03Pooc3Ge1J8oox3Gf00hoot3Gg09e?1c3Gg0I6oot3Gh0C7<h\#
        p3Gh0DKoo/3Gi00085W3Gi00Mooa3Gj073oow3Gk0TKoow3Gl00gooa3Gm0:Soon3Gn06eoof3Go1;Toov3H01;1oo\#
        s3H100cooh3H21d]oo-3H3000oon3H400^oor3H51O@DT/3H5000FPB3H5008ooi3H607moor3H706F:Ie3H701ooo\#
        F3H800<oo 3H9001ooa3H:043ooe3H;07<oor3H<06F5aB3H<008ooc3H=1]aoor3H>06F;Le3H>06T7Zs3H>0A8oo\#
        n3H?06eool3H@0[:oor3HA01Eoor3HB06F=Yy3HB18D<0y3HB18D<1i3HB0UHooS3HC00Ioob3HD00Rooo3HE00_D`\#
        l3HE00\ool3HF0g]oon3HG0=oooh3HH1\]<Xy3HH00iook3HI0Zbooe3HJ0ULooM3HK00Coos3HL05`ool3HM0g]oo\#
        e3HN08>oow3HO0INoog3HP00W;Al3HP1O7ooe3HQ1NV=To3HQ07aooi3HR24Uooa3HS00Qoot3HT00door3HU01Xoo\#
        n3HV06eoot3HW0:foor3HX02HooP3HY00Foog3HZ0?0oo-3H[000ooo3H\01Wook3H]1nKoot3H^0Q\oog3H_00WAX\#
        e3H_00Uooc3H`09=oon3Ha06eooS3Hb04Mooo3Hc05iooa3Hd073ooe3He1;^ooi3Hf0MVoo/3Hg000Eee3Hg070oo\#
        r3Hh06FooF3Hi00<Fcs3Hi00cooe3Hj1;^oob3Hk0FZool3Hl0[:ooa3Hm1aCoor3Hn00b;]v3Hn2B<ooa3Ho00Qoo\#
        /3I0000Ado3I009ioog3I100W6ke3I10Idooa3I207Xoor3I304:ooe3I40NgooV3I500Loot3I609eABe3I62<goo\#
        i3I707moor3I806F3Sh3I80Ghoog3I900W=^ 3I9001oot3I:0C7=bb3I:05Yoor3I;1O@34t3I;0`2oor3I<06FG0\#
        h3I<00Xooi3I=07_oor3I>1O@@J/3I>000ooe3I?00Uoor3I@21Xooi3IA087ooc3IB05Zoow3IC0HZooc3ID0[Voo\#
        n3IE05^ooe3IF0?Goo-3IG000ooe3IH054oor3II2IF75n3II06eooi3IJ0YLooG3IK00=oos3IL00cooo3IM140oo\#
        o3IN00_oof3IO00Voos3IP00coor3IQ06F7]e3IQ2?Woon3IR06eooh3IS05ooos3IT0ZAoot3IU0oLooc3IV00Soo\#
        f3IW00VooC3IX009oor3IY0AZoog3IZ00Woov3I[0m7ooe3I\02Qoo.3I]000oor3I^00boos3I_00cooi3I`06Moo\#
        n3Ia00^oo.3Ib06>oog3Ic00WBbe3Ic0CBooe3Id0n2ooo3Ie07nooe3If05nooe3Ig06Loor3Ih01hooi3Ii0RIoo\#
        -3Ij000ooi3Ik087oon3Il0;mooc3Im00Sooi3In00Yoot3Io07dB<e3Io00Uooi3J007Dooc3J100Soon3J200^oo\#
        r3J31Ai:Ar3J300b?[ 3J3001oot3J400dooa3J50:Soof3J600VooT3J700Joon3J806eooe3J907Cooo3J:062oo\#
        n3J;06eoor3J<06F:Zp3J<06fooo3J=062oo.3J>000ooC3J?009ooc3J@07joow3JA0INooi3JB06Mooo3JC04foo\#
        g3JD00W=Vr3JD0EEoom3JE07JEbg3JE00WE>p3JE00`oom3JF07Jood3JG00Toor3JH01hooh3JI0F?ool3JJ0[:oo\#
        c3JK06cooo3JL00_ooa3JM07Xooe3JN07Ooo/3JO000ooe3JP068@La3JP0:Soo 3JQ001ooe3JR00Uooa3JS05moo\#
        l3JT00\5et3JT05aoot3JU00d8as3JU00coow3JV0INooP3JW00Foor3JX06F@Et3JX05aooo3JY07nooe3JZ07^oo\#
        l3J[0[:oor3J\04:ooi3J]07moor3J^00bG@c3J^06Booe3J_00Uooo3J`0?Iooo3Ja00_oou3Jb00eoor3Jc06F=7\#
        x3Jc00hoon3Jd07K:ir3Jd084ooy3Je00i@>i3Je00Yoot3Jf06hooy3Jg00ioo-3Jh000ooc3Ji00Sooe3Jj05noo\#
        n3Jk0C?oot3Jl0T>ooe3Jm07koor3Jn06Foo/3Jo0005d~3Jo000oo
        """#
    /// The other patterns, each with its number.
    static let others: [(number: Int, pattern: StaticString)] = [
        (5, #"AdsBot-Google([^-]|$)"#),
        (16, #"[wW]get"#),
        (34, #"^Seekbot"#),
        (84, #"(sistrix|SISTRIX) [cC]rawler"#),
        (85, #"Ahrefs(Bot|SiteAudit)"#),
        (87, #"^CrunchBot"#),
        (177, #"S[eE][mM]rushBot"#),
        (186, #"Livelap[bB]ot"#),
        (232, #"[pP]ingdom"#),
        (242, #"Bark[rR]owler"#),
        (256, #"^dcrawl"#),
        (278, #"^Apache-HttpClient"#),
        (298, #"^LCC "#),
        (310, #"(^| )sentry\/"#),
        (420, #"^curl"#),
        (465, #"[Cc]urebot"#),
        (482, #"BlogTraffic\/\d\.\d+ Feed-Fetcher"#),
        (489, #"^PHP-Curl-Class"#),
        (497, #"(^| )PTST\/"#),
        (573, #"^BW\/"#),
        (577, #"[cC]laude[bB]ot"#),
        (626, #"[aA]cunetix"#),
        (628, #"[dD]ir[Bb]uster"#),
        (631, #"[mM]echanize"#),
        (638, #"^HTTPie\/"#),
        (647, #"^ArenaUnfurlBot"#),
        (672, #"Automaton|Newsify Feed Fetcher"#),
        (694, #"Chirp|gotosocial"#),
        (701, #"[cC]ludo"#),
        (704, #"ContextualBot[\s\S]*outcomes\.net"#),
        (710, #"Current[\s\S]*RSS Reader"#),
        (771, #"Netumo|netumo"#),
        (810, #"Spider[\s\S]*spider\.com"#),
        (1136, #"GoogleAssociationService$"#),
        (1365, #"^Silk\/"#),
        (1491, #"SSL Labs$"#),
    ]
}
