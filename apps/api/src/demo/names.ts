import type { Random } from './random.js';

/** A name as people of one tradition write it. */
export type PersonName = {
  display: string;
  given: string;
  family: string;
  native: string | null;
  romanized: string | null;
  country: string;
};

const chineseFamilies = pairs(
  '王 Wang,李 Li,张 Zhang,刘 Liu,陈 Chen,杨 Yang,黄 Huang,赵 Zhao,吴 Wu,周 Zhou,徐 Xu,孙 Sun,马 Ma,朱 Zhu,胡 Hu,郭 Guo,何 He,林 Lin,罗 Luo,高 Gao,' +
    '郑 Zheng,梁 Liang,谢 Xie,宋 Song,唐 Tang,许 Xu,韩 Han,冯 Feng,邓 Deng,曹 Cao,彭 Peng,曾 Zeng,肖 Xiao,田 Tian,董 Dong,潘 Pan,袁 Yuan,蔡 Cai,蒋 Jiang,余 Yu,' +
    '于 Yu,杜 Du,叶 Ye,程 Cheng,魏 Wei,苏 Su,吕 Lü,丁 Ding,任 Ren,卢 Lu,姚 Yao,沈 Shen,钟 Zhong,姜 Jiang,崔 Cui,谭 Tan,陆 Lu,范 Fan,汪 Wang,廖 Liao,欧阳 Ouyang,司徒 Situ',
);
const chineseSyllables = pairs(
  '伟 wei,芳 fang,娜 na,敏 min,静 jing,丽 li,强 qiang,磊 lei,军 jun,洋 yang,勇 yong,艳 yan,杰 jie,涛 tao,明 ming,超 chao,霞 xia,平 ping,刚 gang,' +
    '宇 yu,浩 hao,然 ran,子 zi,轩 xuan,泽 ze,博 bo,文 wen,思 si,雨 yu,晨 chen,嘉 jia,欣 xin,怡 yi,佳 jia,琪 qi,瑞 rui,凯 kai,鹏 peng,飞 fei,' +
    '宏 hong,志 zhi,远 yuan,天 tian,翔 xiang,俊 jun,海 hai,峰 feng,林 lin,雪 xue,梅 mei,兰 lan,晓 xiao,东 dong,一 yi,鸣 ming,昊 hao,睿 rui,哲 zhe,航 hang,' +
    '诗 shi,涵 han,梦 meng,瑶 yao,婷 ting,玉 yu,清 qing,云 yun,若 ruo,曦 xi,辰 chen,铭 ming,恒 heng,立 li,新 xin,成 cheng,世 shi,振 zhen,国 guo,华 hua',
);
const westernGiven = list(
  'Anna,Ben,Clara,Daniel,Emma,Felix,Grace,Henry,Isabel,Jonas,Kate,Liam,Maria,Noah,Olivia,Paul,Rachel,Samuel,Theresa,Victor,Alice,Andrew,Charlotte,David,' +
    'Elena,Frank,Greta,Hannah,Ivan,Julia,Karl,Laura,Martin,Nina,Oscar,Petra,Robert,Sophie,Thomas,Ursula,Adrian,Beatrice,Christian,Diana,Erik,Fiona,Gabriel,' +
    'Helena,Jacob,Katharina,Lukas,Miriam,Nathan,Patrick,Rebecca,Simon,Tobias,Vera,William,Zoe,Alexander,Camille,Dmitri,Eleanor,Giulia,Hugo,Ingrid,João,Łukasz,Søren',
);
const westernFamily = list(
  'Adler,Baker,Carter,Dubois,Evans,Fischer,Garcia,Hoffmann,Ivanov,Johansson,Keller,Lambert,Müller,Nielsen,Olsen,Petrov,Quinn,Rossi,Schneider,Taylor,' +
    'Bauer,Brandt,Clark,Costa,Dietrich,Edwards,Ferrari,Fontaine,Gruber,Harris,Hughes,Jansen,Kowalski,Larsen,Lehmann,Martin,Moreau,Moretti,Novak,Palmer,' +
    'Richter,Romano,Sánchez,Schröder,Silva,Sokolov,Stein,Torres,Vogel,Wagner,Walker,Weber,Winkler,Wright,Zimmermann,Berg,Cohen,Levy,Mizrahi,Papadopoulos,Öztürk,Horváth,Björk,Nováková',
);
const indianGiven = list(
  'Aarav,Aditi,Amit,Ananya,Arjun,Deepa,Divya,Gaurav,Ishaan,Kavya,Kiran,Lakshmi,Manish,Meera,Nikhil,Pooja,Pranav,Priya,Rahul,Rohan,Sanjay,Shreya,Sneha,Vikram,Yash,Aishwarya,Harsh,Neha,Siddharth,Tanvi',
);
const indianFamily = list(
  'Agarwal,Banerjee,Bhat,Chatterjee,Desai,Gupta,Iyer,Jain,Kapoor,Krishnan,Kumar,Malhotra,Mehta,Menon,Mishra,Mukherjee,Nair,Patel,Rao,Reddy,Saxena,Shah,Sharma,Singh,Srinivasan,Subramanian,Varma,Joshi,Pillai,Chowdhury',
);

/** A believable name of nobody: Chinese (with its characters), Western or Indian. */
export function personName(random: Random): PersonName {
  const tradition = random.weighted([
    ['chinese', 55],
    ['western', 30],
    ['indian', 15],
  ] as const);
  if (tradition === 'chinese') return chineseName(random);
  const western = tradition === 'western';
  const given = random.pick(western ? westernGiven : indianGiven);
  const family = random.pick(western ? westernFamily : indianFamily);
  const country = western
    ? random.pick(['United States', 'United Kingdom', 'Germany', 'France', 'Switzerland', 'Canada'])
    : random.pick(['India', 'United States']);
  return { display: `${given} ${family}`, given, family, native: null, romanized: null, country };
}

function chineseName(random: Random): PersonName {
  const [familyHan, family] = random.pick(chineseFamilies);
  const syllables = random.some(chineseSyllables, random.chance(0.75) ? 2 : 1);
  const han = `${familyHan}${syllables.map(([character]) => character).join('')}`;
  const latin = syllables.map(([, sound]) => sound).join('');
  const given = latin.charAt(0).toUpperCase() + latin.slice(1);
  const country = random.weighted([
    ['China', 68],
    ['United States', 20],
    ['Singapore', 6],
    ['Hong Kong', 6],
  ] as const);
  const romanized = `${given} ${family}`;
  return {
    display: country === 'China' && random.chance(0.6) ? han : romanized,
    given,
    family,
    native: han,
    romanized,
    country,
  };
}

function pairs(text: string): [string, string][] {
  return text.split(',').map((pair) => pair.split(' ') as [string, string]);
}

function list(text: string): string[] {
  return text.split(',');
}
